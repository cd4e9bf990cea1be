import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import type { ReviewFactKind } from '@/lib/platform/prisma-client/enums'

type Bounds = {
  bornOn: CalendarDate
  diedOn: CalendarDate | null
  diagnosedOn: CalendarDate
  today: CalendarDate
}

/**
 * Why a fact cannot be of that day, with what to do. Palliative care may have begun before this diagnosis: it is of the
 * person.
 */
export function reviewFactFaults(
  kind: ReviewFactKind,
  on: CalendarDate,
  { bornOn, diedOn, diagnosedOn, today }: Bounds,
): FieldError[] {
  const fault = (message: string): FieldError[] => [{ field: 'on', message }]
  if (on > today) return fault('Date must be today or in the past')
  if (diedOn && on > diedOn)
    return fault(`Date must be on or before ${formatDateForStaff(diedOn)}, when the person died`)
  if (kind !== 'palliative_care' && on < diagnosedOn)
    return fault(`Date must be on or after ${formatDateForStaff(diagnosedOn)}, the date of the diagnosis`)
  if (on < bornOn)
    return fault(`Date must be on or after ${formatDateForStaff(bornOn)}, when the person was born`)
  return []
}
