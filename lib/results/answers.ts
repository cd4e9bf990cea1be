import { z } from 'zod'

/**
 * Which test a result answers, as somebody chose: the id of one, none, or what its date says. `by_date` is what a form says
 * that nobody changed.
 */
export const answersField = z
  .literal('')
  .or(z.enum(['by_date', 'none']))
  .or(z.uuid({ error: 'Select which test it answers' }))
  .optional()
  .transform((text) => (text === '' || text === undefined ? 'by_date' : text))

export type Answers = z.output<typeof answersField>
