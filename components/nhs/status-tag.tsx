import { markup, type Markup } from './markup'
import { Tag } from './tag'
import { taskStatuses, type TaskStatus } from '@/lib/tasks/status'

/** How far a piece of work is, in the fixed words and colours. Not a link. */
export function StatusTag({ status }: { status: TaskStatus }) {
  const { label, colour } = taskStatuses[status]
  return colour ? <Tag colour={colour}>{label}</Tag> : label
}

/** The same for rows that are written as text. */
export function statusTag(status: TaskStatus): Markup {
  const { label, colour } = taskStatuses[status]
  return colour ? markup`<strong class="nhsuk-tag nhsuk-tag--${colour}">${label}</strong>` : markup`${label}`
}
