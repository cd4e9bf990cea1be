import { markup } from '@/components/nhs/markup'
import { onTheWay } from '@/lib/care-plans/where-next'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { STATUS_LABELS } from '@/lib/results/labels'
import type { ResultToReview } from '@/lib/results/results-to-review'
import { OneAtATime } from './one-at-a-time'

type Props = {
  results: readonly ResultToReview[]
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
}

/** Results that a clinician looks at one at a time, each with why. */
export function SingleList({ results, today, returnTo }: Props) {
  if (results.length === 0) return <p>No result waits that has to be looked at by itself.</p>
  return (
    <OneAtATime
      due="Review due"
      today={today}
      rows={results.map(({ patientId, person, dueOn, result }) => ({
        person,
        dueOn,
        why: whyOf(result),
        result: markup`<a href="${onTheWay(routes.result(patientId, result.id), returnTo)}">${result.name} ${result.words}</a><br>
${formatDateForStaff(result.sampledOn)}`,
      }))}
    />
  )
}

function whyOf({ alerts, status, protocol, notes, doubts }: ResultToReview['result']): string {
  const [first, ...others] = alerts
  if (first) return others.length === 0 ? first.words : `${first.words} And ${others.length} more.`
  if (notes) return `The laboratory wrote: ${notes}`
  if (doubts) return doubts
  if (status !== 'final') return STATUS_LABELS[status]
  return protocol
    ? 'The report does not say that there is nothing new'
    : 'No protocol of the person is about it'
}
