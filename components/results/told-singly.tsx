import { PersonInRow } from '@/components/patients/person-in-row'
import { onTheWay } from '@/lib/care-plans/where-next'
import { reasonWords } from '@/lib/messages/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { toldWords, WHY_ALONE_LABELS } from '@/lib/results/labels'
import type { TellingOfPerson } from '@/lib/results/tellings-waiting'

type Props = {
  tellings: readonly TellingOfPerson[]
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
}

/** People who are told one at a time, each with why. */
export function ToldSingly({ tellings, today, returnTo }: Props) {
  if (tellings.length === 0) return <p>Nobody waits who has to be told by a person.</p>
  return (
    <table className="app-list">
      <caption>One at a time, earliest due first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Result</th>
          <th scope="col">Why</th>
          <th scope="col">To be told</th>
        </tr>
      </thead>
      <tbody>
        {tellings.map(({ patientId, subjectId, person, dueOn, whyAlone, stop, ...telling }) => (
          <tr key={subjectId}>
            <th scope="row">
              <PersonInRow person={person} />
            </th>
            <td>
              <a href={onTheWay(routes.tellResult(patientId, subjectId), returnTo)}>{toldWords(telling)}</a>
            </td>
            <td>
              {whyAlone ? WHY_ALONE_LABELS[whyAlone] : null}
              {whyAlone === 'no_letter' && stop ? `: ${reasonWords('letter', stop)}` : null}
            </td>
            <td data-label="To be told">
              {formatDateForStaff(dueOn)}, {formatDaysFromToday(dueOn, today)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
