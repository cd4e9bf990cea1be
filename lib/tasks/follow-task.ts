import 'server-only'
import { followTask as followPlanTask } from '@/lib/care-plans/follow-task'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { followSettlingTask } from '@/lib/practice-requests/follow-task'
import { followReviewTask } from '@/lib/review-actions/follow-task'
import { followPreparingTask } from '@/lib/treatment-summaries/follow-task'
import type { FollowTask } from './task-step'

/** Who has what a task stands for take the steps that its declaration says are followed. */
export const FOLLOWERS: Partial<Record<TaskKind, FollowTask>> = {
  complete_action: followPlanTask,
  reassign_declined_action: followPlanTask,
  prepare_treatment_summary: followPreparingTask,
  settle_declined_request: followSettlingTask,
  answer_review_action: followReviewTask,
}

/** Has what any task stands for take the step that the task takes. */
export const followTask: FollowTask = async (tx, actor, task, step) =>
  (await FOLLOWERS[task.kind]?.(tx, actor, task, step)) ?? { entries: [] }
