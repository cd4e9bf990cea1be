import { Table } from '@/components/nhs/table'
import { REVIEW_CHANNEL_LABELS, REVIEW_FACT_LABELS } from '@/lib/cancer-care-reviews/labels'
import type { ReviewFactView } from '@/lib/cancer-care-reviews/review-history'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Place = { patientId: string; diagnosisId: string }
type Props = Place & { facts: readonly ReviewFactView[]; mayVoid: boolean }

const COLUMNS = [{ label: 'On' }, { label: 'What happened' }, { label: 'Recorded' }]

/** Invitations and answers, the latest first. */
export function ReviewFactsTable({ facts, mayVoid, ...place }: Props) {
  if (facts.length === 0) return <p>Nobody has recorded an invitation or an answer yet.</p>
  return (
    <Table
      caption="Invitations and answers"
      captionSize="m"
      columns={COLUMNS}
      rows={facts.map((fact) => ({
        key: fact.id,
        cells: [
          formatDateForStaff(fact.on),
          <WhatHappened key="what" fact={fact} />,
          <Recorded key="by" place={place} fact={fact} mayVoid={mayVoid} />,
        ],
      }))}
    />
  )
}

/** `Invited: letter`. */
export function reviewFactWords({ kind, channel }: Pick<ReviewFactView, 'kind' | 'channel'>): string {
  const how = channel ? `: ${REVIEW_CHANNEL_LABELS[channel].toLowerCase()}` : ''
  return `${REVIEW_FACT_LABELS[kind]}${how}`
}

function WhatHappened({ fact }: { fact: ReviewFactView }) {
  const { note, voided } = fact
  return (
    <>
      {voided ? <s>{reviewFactWords(fact)}</s> : reviewFactWords(fact)}
      {note ? (
        <>
          <br />
          {note}
        </>
      ) : null}
      {voided ? (
        <>
          <br />
          Recorded in error: {voided.reason} ({voided.by}, {formatDateForStaff(voided.on)})
        </>
      ) : null}
    </>
  )
}

function Recorded({ place, fact, mayVoid }: { place: Place; fact: ReviewFactView; mayVoid: boolean }) {
  const { id, on, recordedOn, recordedBy, voided } = fact
  return (
    <>
      {formatDateForStaff(recordedOn)} by {recordedBy}
      {mayVoid && !voided ? (
        <>
          <br />
          <a href={routes.voidReviewFact(place.patientId, place.diagnosisId, id)}>
            Recorded in error?
            <span className="nhsuk-u-visually-hidden"> That of {formatDateForStaff(on)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
