import { ArrowKeys } from './arrow-keys'
import { Button } from '@/components/nhs/button'
import { PersonInRow } from '@/components/patients/person-in-row'
import { onTheWay } from '@/lib/care-plans/where-next'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import type { ResultToReview } from '@/lib/results/results-to-review'

const LIST = 'in-range'

type Props = {
  results: readonly ResultToReview[]
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
}

/** Results that no rule objects to, a box for each: chosen here, named on the next page, confirmed there together. */
export function InRangeList({ results, today, returnTo }: Props) {
  if (results.length === 0) return <p>No result in range waits.</p>
  return (
    <form method="get" action={routes.confirmResults()} id={LIST}>
      <p>Tick what you have looked at. The arrow keys go from row to row, the space bar ticks.</p>
      <ArrowKeys list={LIST} />
      <table className="app-list">
        <caption>In range, earliest due first</caption>
        <thead>
          <tr>
            <th scope="col">Looked at</th>
            <th scope="col">Patient</th>
            <th scope="col">Result</th>
            <th scope="col">Sample</th>
            <th scope="col">Review due</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ patientId, person, dueOn, result }) => (
            <tr key={result.id}>
              <td>
                <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
                  <div className="nhsuk-checkboxes__item">
                    <input
                      className="nhsuk-checkboxes__input"
                      type="checkbox"
                      name="result"
                      value={result.id}
                      id={`result-${result.id}`}
                    />
                    <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`result-${result.id}`}>
                      <span className="nhsuk-u-visually-hidden">
                        {result.name} of {person.name}
                      </span>
                    </label>
                  </div>
                </div>
              </td>
              <th scope="row">
                <PersonInRow person={person} />
              </th>
              <td>
                <a href={onTheWay(routes.result(patientId, result.id), returnTo)}>
                  {result.name} {result.words}
                </a>
              </td>
              <td data-label="Sample">{formatDateForStaff(result.sampledOn)}</td>
              <td data-label="Review due">
                {formatDateForStaff(dueOn)}, {formatDaysFromToday(dueOn, today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button>Go on with those ticked</Button>
    </form>
  )
}
