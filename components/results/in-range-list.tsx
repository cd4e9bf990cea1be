import { markup } from '@/components/nhs/markup'
import { dueInRow } from '@/components/tasks/due-in-row'
import { onTheWay } from '@/lib/care-plans/where-next'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { nextDateWords } from '@/lib/results/labels'
import type { ReviewList } from '@/lib/results/results-to-review'
import { EARLIER, earlierWords } from './earlier-words'
import { TickList } from './tick-list'

type Props = {
  results: ReviewList['inRange']
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
}

/** Results that no rule objects to, a box for each: chosen here, named on the next page, confirmed there together. */
export function InRangeList({ results, today, returnTo }: Props) {
  if (results.length === 0) return <p>No result in range waits.</p>
  return (
    <>
      <p>Tick what you have looked at. The arrow keys go from row to row, the space bar ticks.</p>
      <TickList
        id="in-range"
        action={routes.confirmResults()}
        name="result"
        caption="In range, earliest due first"
        columns={['Looked at', 'Result', EARLIER, 'Next due', 'Review due']}
        rows={results.map(({ patientId, person, dueOn, result, earlier, next }) => ({
          value: result.id,
          label: `${result.name} of ${person.name}`,
          person,
          cells: [
            markup`<a href="${onTheWay(routes.result(patientId, result.id), returnTo)}">${result.name} ${result.words}</a><br>
${formatDateForStaff(result.sampledOn)}`,
            earlierWords(earlier),
            nextDateWords(next),
            dueInRow(dueOn, today),
          ],
        }))}
      />
    </>
  )
}
