'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/tasks/follow-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { reassignTaskSchema } from '@/lib/tasks/schema'

export const reassignTaskAction = formAction('task.reassign', reassignTaskSchema, async (actor, input) => {
  await reassignTask(actor, input, followTask)
  return withDone(returnAddress(input.returnTo), input.owner ? 'handed-on' : 'handed-back')
})
