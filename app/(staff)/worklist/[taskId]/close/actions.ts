'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/tasks/follow-task'
import { closeTask } from '@/lib/tasks/close-task'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { closeTaskSchema } from '@/lib/tasks/schema'

export const closeTaskAction = formAction('task.close', closeTaskSchema, async (actor, input) => {
  await closeTask(actor, input, followTask)
  return withDone(returnAddress(input.returnTo), 'closed')
})
