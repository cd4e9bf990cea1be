'use server'

import { formAction } from '@/lib/accounts/form-action'
import { followTask } from '@/lib/tasks/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { returnAddress, withDone } from '@/lib/tasks/return-to'
import { postponeTaskSchema } from '@/lib/tasks/schema'

export const postponeTaskAction = formAction('task.postpone', postponeTaskSchema, async (actor, input) => {
  await postponeTask(actor, input, followTask)
  return withDone(returnAddress(input.returnTo), 'postponed', input.dueOn)
})
