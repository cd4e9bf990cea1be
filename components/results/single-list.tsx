import { PersonInRow } from '@/components/patients/person-in-row'
import { onTheWay } from '@/lib/care-plans/where-next'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { STATUS_LABELS } from '@/lib/results/labels'
import type { ResultToReview } from '@/lib/results/results-to-review'

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
    <table className="app-list">
      <caption>One at a time, earliest due first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Result</th>
          <th scope="col">Why</th>
          <th scope="col">Review due</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ patientId, person, dueOn, result }) => (
          <tr key={result.id}>
            <th scope="row">
              <PersonInRow person={person} />
            </th>
            <td>
              <a href={onTheWay(routes.result(patientId, result.id), returnTo)}>
                {result.name} {result.words}
              </a>
              <br />
              {formatDateForStaff(result.sampledOn)}
            </td>
            <td>{whyOf(result)}</td>
            <td data-label="Review due">
              {formatDateForStaff(dueOn)}, {formatDaysFromToday(dueOn, today)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whyOf({ alerts, status, protocol }: ResultToReview['result']): string {
  const [first, ...others] = alerts
  if (first) return others.length === 0 ? first.words : `${first.words} And ${others.length} more.`
  if (status !== 'final') return STATUS_LABELS[status]
  return protocol
    ? 'The report does not say that there is nothing new'
    : 'No protocol of the person is about it'
}
