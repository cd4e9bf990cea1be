import { Tag } from '@/components/nhs/tag'
import type { PlanAction } from '@/lib/care-plans/care-plan'
import { ACTION_STATE_LABELS, OUTCOME_LABELS } from '@/lib/care-plans/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

type Props = { action: PlanAction; today: CalendarDate; href: string }

/** One action, one line: what, who, by when, and what came of it. */
export function ActionLine({ action, today, href }: Props) {
  return (
    <li>
      <a className="app-preserve-lines" href={href}>
        {action.what}
      </a>
      {' – '}
      {action.owner.name}, by <span className="whitespace-nowrap">{formatDateForStaff(action.dueOn)}</span>{' '}
      <ActionState action={action} today={today} />
    </li>
  )
}

/** How far an action is. Red is for what is overdue alone; finished ones are plain words. */
export function ActionState({ action, today }: { action: PlanAction; today: CalendarDate }) {
  if (action.state === 'declined') return <Tag colour="orange">{ACTION_STATE_LABELS.declined}</Tag>
  if (action.state === 'open') return action.dueOn < today ? <Tag colour="red">Overdue</Tag> : null
  const last = action.history.at(-1)
  const outcome = last?.outcome ? `: ${OUTCOME_LABELS[last.outcome].toLowerCase()}` : ''
  return (
    <strong>
      {ACTION_STATE_LABELS[action.state]}
      {last ? ` ${formatDateForStaff(last.on)}` : ''}
      {outcome}
    </strong>
  )
}
