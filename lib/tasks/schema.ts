import { z } from 'zod'
import { dateField, idField, requiredText, versionField } from '@/lib/platform/form-fields'

const task = { taskId: idField, version: versionField, returnTo: z.string().optional() }

export const reassignTaskSchema = z.object({
  ...task,
  /** Empty: nobody in particular, the team's. */
  owner: z.literal('').or(z.uuid({ error: 'Select who should do it' })),
})

export const postponeTaskSchema = z.object({
  ...task,
  dueOn: dateField('New date'),
  reason: requiredText('Reason', 'Enter why it can wait'),
})

export const closeTaskSchema = z.object({
  ...task,
  reason: requiredText('Reason', 'Enter why it no longer needs doing'),
})
