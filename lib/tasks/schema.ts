import { z } from 'zod'
import { dateField, idField, requiredText, versionField } from '@/lib/platform/form-fields'

/** Fewer characters explain nothing; the database holds closed tasks to it too. */
const SHORTEST_REASON = 3

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
  reason: requiredText('Reason', 'Enter why it no longer needs doing').refine(
    (reason) => Array.from(reason).length >= SHORTEST_REASON,
    { error: `Reason must be ${SHORTEST_REASON} characters or more` },
  ),
})
