import type { TaskFact } from '@/lib/tasks/task-history'
import { TaskHistory } from './task-history'

/** What was closed without being done, by whom and why, beside what there is; nothing where nothing was. */
export function GivenUp({ facts }: { facts: readonly TaskFact[] }) {
  if (facts.length === 0) return null
  return (
    <section>
      <h2>Closed without being done</h2>
      <TaskHistory caption="Newest first, by your teams" facts={facts} showTask />
    </section>
  )
}
