import { markup } from '@/components/nhs/markup'
import { dueInRow } from '@/components/tasks/due-in-row'
import { onTheWay } from '@/lib/care-plans/where-next'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'
import { nextDateWords, toldWords } from '@/lib/results/labels'
import type { TellingOfPerson } from '@/lib/results/tellings-waiting'
import { TickList } from './tick-list'

type Props = {
  tellings: readonly TellingOfPerson[]
  today: CalendarDate
  /** The address of this page of the list. */
  returnTo: string
  areAllChosen: boolean
}

/** People who may be told by a letter, a box for each: chosen here, named on the next page, told there together. */
export function TogetherList({ tellings, today, returnTo, areAllChosen }: Props) {
  if (tellings.length === 0) return <p>No result in range waits to be told.</p>
  return (
    <>
      <p>
        Tick whom you tell by letter. The arrow keys go from row to row, the space bar ticks.{' '}
        <a href={`${returnTo}${returnTo.includes('?') ? '&' : '?'}chosen=all`}>Choose all on this page</a>
      </p>
      <TickList
        id="together"
        action={routes.tellResults()}
        name="telling"
        caption="In range, earliest due first"
        columns={['Tell', 'Result', 'Next date', 'To be told']}
        areAllChosen={areAllChosen}
        rows={tellings.map(({ patientId, subjectId, person, dueOn, next, ...telling }) => ({
          value: subjectId,
          label: `${telling.name} of ${person.name}`,
          person,
          cells: [
            markup`<a href="${onTheWay(routes.tellResult(patientId, subjectId), returnTo)}">${toldWords(telling)}</a>`,
            nextDateWords(next),
            dueInRow(dueOn, today),
          ],
        }))}
      />
    </>
  )
}
