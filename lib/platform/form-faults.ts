import type { z } from 'zod'
import type { FieldError } from './form-state'

/**
 * A form whose faults that show only when several fields are seen together are found with those of single fields, so that
 * nobody mends one to be told of the next.
 *
 * @param faultsOf is given the fields that could be read; what it says of any other is left out: that has a fault of its own
 */
export function withFaults<Form extends z.ZodObject>(
  form: Form,
  faultsOf: (typed: Partial<z.output<Form>>) => readonly FieldError[],
): Form {
  return form.superRefine(
    (typed, context) => {
      const unread = new Set(context.issues.map(({ path }) => path?.[0]))
      const read = Object.entries(typed).filter(([field]) => !unread.has(field))
      for (const { field, message } of faultsOf(Object.fromEntries(read) as Partial<z.output<Form>>))
        if (!unread.has(field)) context.addIssue({ code: 'custom', path: [field], message })
    },
    { when: () => true },
  )
}
