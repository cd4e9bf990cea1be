import { formatInstantForStaff } from '@/lib/nhs/instant'
import { now } from '@/lib/platform/clock'
import { worklistAddress, type DueChoice, type WorklistFilter } from '@/lib/tasks/worklist-filter'

type Props = { filter: WorklistFilter; counts: Record<DueChoice, number> }

/** How much is open and how urgent it is, and whose list this is. */
export function WorklistHeading({ filter, counts }: Props) {
  return (
    <>
      <p>
        <a href={worklistAddress(filter, { due: 'overdue' })}>
          {counts.overdue.toLocaleString('en-GB')} overdue
        </a>
        {' · '}
        <a href={worklistAddress(filter, { due: 'week' })}>
          {counts.week.toLocaleString('en-GB')} due in the next 7 days
        </a>
        {' · '}
        <a href={worklistAddress(filter, { due: 'later' })}>{counts.later.toLocaleString('en-GB')} later</a>
        <span className="app-fresh">Updated {formatInstantForStaff(now())}</span>
      </p>
      <nav className="app-switch" aria-label="Whose tasks">
        <a
          href={worklistAddress(filter, { list: 'mine', owner: null })}
          aria-current={filter.list === 'mine' ? 'page' : undefined}
        >
          Mine
        </a>
        <a
          href={worklistAddress(filter, { list: 'team' })}
          aria-current={filter.list === 'team' ? 'page' : undefined}
        >
          My team
        </a>
      </nav>
    </>
  )
}
