import { z } from 'zod'
import type { FieldError } from './form-state'

/**
 * What a schema found wrong with a form, by the names of its inputs, in the order in which the schema names the fields: that
 * of the page, also where a fault shows only when several fields are seen together.
 */
export function fieldErrors(error: z.ZodError, schema: z.ZodType): FieldError[] {
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const placeOf = ([first]: readonly PropertyKey[]) => fields.indexOf(String(first))
  return error.issues
    .toSorted((one, other) => placeOf(one.path) - placeOf(other.path))
    .map(({ path, message }) => ({ field: fieldName(path), message }))
}

/** `['bornOn', 'month']` is the box `bornOn-month`; other steps are joined by dots. */
function fieldName(path: readonly PropertyKey[]): string {
  const steps = path.map(String)
  const last = steps.at(-1)
  if (steps.length > 1 && last && ['day', 'month', 'year'].includes(last))
    return `${steps.slice(0, -1).join('.')}-${last}`
  return steps.join('.')
}
