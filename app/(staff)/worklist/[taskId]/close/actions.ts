'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/care-plans/follow-task'
import { followReviewTask } from '@/lib/review-actions/follow-task'
import { closeTask } from '@/lib/tasks/close-task'
import { followEach } from '@/lib/tasks/follow-each'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { closeTaskSchema } from '@/lib/tasks/schema'

export const closeTaskAction = formAction('task.close', closeTaskSchema, async (actor, input) => {
  await closeTask(actor, input, followEach(followTask, followReviewTask))
  return withDone(returnAddress(input.returnTo), 'closed')
})
