import type { AccessEntry } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskUnderChange } from './task-for-change'

/** What a worklist can do with a task but meet it: hand it on (to nobody in particular: null), move it, or close it. */
export type TaskStep =
  | { kind: 'reassigned'; ownerStaffId: string | null }
  | { kind: 'postponed'; dueOn: CalendarDate; reason: string }
  | { kind: 'closed'; reason: string }

/** What a step came to for the thing that the task stands for. */
export type Followed = {
  /** For the access log, in one with the task's own. */
  entries: AccessEntry[]
  /** The thing has ended: no team owes anything for it any more. */
  isOver?: boolean
}

/**
 * Has the thing that a task stands for take the same step, in the same transaction and before the task does, so that its
 * owner, date and end are said once. A task that stands for itself changes nothing else.
 */
export type FollowTask = (tx: Tx, actor: Actor, task: TaskUnderChange, step: TaskStep) => Promise<Followed>
