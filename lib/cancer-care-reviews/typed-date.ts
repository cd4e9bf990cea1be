import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { dateFieldsFaultWords, parseDateFields, type DateFields } from '@/lib/nhs/date-fields'
import type { FieldError } from '@/lib/platform/form-state'

/** A date typed into three boxes; where it is none, the fault is added at the box. */
export function dateOf(
  typed: DateFields,
  name: string,
  subject: string,
  problems: FieldError[],
): CalendarDate | null {
  const parsed = parseDateFields(typed)
  if (parsed.ok) return parsed.value
  const [part] = parsed.fault.fields
  const field = part === undefined || part === 'day' ? name : `${name}-${part}`
  problems.push({ field, message: dateFieldsFaultWords(parsed.fault, subject) })
  return null
}
