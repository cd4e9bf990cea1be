import type { ReactNode } from 'react'
import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { Tag } from '@/components/nhs/tag'
import { diagnosisName } from '@/lib/diagnoses/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import type { PracticeRequestView, RequestBackground } from '@/lib/practice-requests/request'
import { whenWords } from './request-when'

type Props = {
  request: PracticeRequestView
  background: RequestBackground | null
  today: CalendarDate
  /** Who it is about, where no banner says so. */
  person?: ReactNode
  /** For the practice: who asks, with the telephone. Otherwise: of whom it is asked. */
  askedBy?: boolean
  /** Where the practice reads the summary, if it is not in its own account. */
  summaryHref?: string
}

/** What is asked, why, by when and where it stands. */
export function RequestFacts({ request, background, today, person, askedBy, summaryHref }: Props) {
  const { label, colour } = REQUEST_STATE_LABELS[request.state]
  const rows: SummaryRow[] = [
    { label: 'State', value: <Tag colour={colour}>{label}</Tag> },
    { label: 'What', value: <What request={request} /> },
    { label: 'Why', value: <Why request={request} background={background} /> },
    { label: 'By when', value: whenWords(request, today) },
    askedBy
      ? { label: 'Asked by', value: <Caller {...request.team} /> }
      : { label: 'Asked of', value: <Caller {...request.practice} /> },
  ]
  if (person) rows.unshift({ label: 'Patient', value: person })
  const href = summaryHref ?? (background?.deliveryId ? routes.sentSummary(background.deliveryId) : null)
  if (askedBy) rows.push({ label: 'Treatment summary', value: <Summary href={href} /> })
  return <SummaryList rows={rows} />
}

function What({ request: { what, snomedCode } }: { request: PracticeRequestView }) {
  return (
    <>
      <span className="app-preserve-lines">{what}</span>
      {snomedCode ? (
        <>
          <br />
          SNOMED CT <span className="app-number">{snomedCode}</span>
        </>
      ) : null}
    </>
  )
}

function Why({ request: { detail }, background }: Pick<Props, 'request' | 'background'>) {
  return (
    <>
      {detail ? <span className="app-preserve-lines">{detail}</span> : 'No reason added'}
      {background ? (
        <>
          <br />
          {background.diagnosis ? `${diagnosisName(background.diagnosis)}. ` : null}
          {background.phase}, ended {formatDateForStaff(background.phaseEndedOn)}
        </>
      ) : null}
    </>
  )
}

function Caller({ name, telephone }: { name: string; telephone: string | null }) {
  return telephone ? (
    <>
      {name}, <span className="app-number">{telephone}</span>
    </>
  ) : (
    name
  )
}

function Summary({ href }: { href: string | null }) {
  return href ? <a href={href}>Read the treatment summary</a> : 'Not sent in this service'
}
