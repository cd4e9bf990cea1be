'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/care-plans/follow-task'
import { followReviewTask } from '@/lib/review-actions/follow-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { followEach } from '@/lib/tasks/follow-each'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { reassignTaskSchema } from '@/lib/tasks/schema'

export const reassignTaskAction = formAction('task.reassign', reassignTaskSchema, async (actor, input) => {
  await reassignTask(actor, input, followEach(followTask, followReviewTask))
  return withDone(returnAddress(input.returnTo), input.owner ? 'handed-on' : 'handed-back')
})
