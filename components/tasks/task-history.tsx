import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { CLOSURE_LABELS } from '@/lib/tasks/labels'
import type { TaskFact } from '@/lib/tasks/task-history'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'

type Props = {
  caption: string
  facts: readonly TaskFact[]
  /** Which task it was, where they are of several. */
  showTask?: boolean
}

/** Who moved, handed on or closed what, when and why; in the order given. */
export function TaskHistory({ caption, facts, showTask }: Props) {
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {showTask ? <th scope="col">What was to be done</th> : null}
          <th scope="col">What happened</th>
          <th scope="col">Why</th>
          <th scope="col">Who and when</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.key}>
            {showTask ? (
              <th scope="row">
                {TASK_KINDS[fact.task.kind].act}
                {fact.task.detail ? <small>{fact.task.detail}</small> : null}
              </th>
            ) : null}
            <td data-label="What happened">{whatHappened(fact)}</td>
            <td data-label="Why">
              {fact.reason ? <span className="app-preserve-lines">{fact.reason}</span> : '–'}
            </td>
            <td data-label="Who and when">
              {fact.by}, {formatInstantForStaff(fact.at)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whatHappened(fact: TaskFact): string {
  if (fact.step === 'opened') return 'Opened'
  if (fact.step === 'closed') return CLOSURE_LABELS[fact.how]
  if (fact.step === 'postponed')
    return `Moved from ${formatDateForStaff(fact.from)} to ${formatDateForStaff(fact.to)}`
  return `Handed on from ${fact.from ?? 'the team'} to ${fact.to ?? 'the team'}`
}
