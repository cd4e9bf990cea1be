'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/care-plans/follow-task'
import { followReviewTask } from '@/lib/review-actions/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { followEach } from '@/lib/tasks/follow-each'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { postponeTaskSchema } from '@/lib/tasks/schema'

export const postponeTaskAction = formAction('task.postpone', postponeTaskSchema, async (actor, input) => {
  await postponeTask(actor, input, followEach(followTask, followReviewTask))
  return withDone(returnAddress(input.returnTo), 'postponed', input.dueOn)
})
