import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'

/** Why no summary can be begun of a phase that ended on that day, at the field; nothing wrong gives an empty list. */
export function phaseFaults(
  phaseEndedOn: CalendarDate,
  diagnosis: Pick<Diagnosis, 'diagnosedOn'>,
  today: CalendarDate,
): FieldError[] {
  if (phaseEndedOn > today)
    return [{ field: 'phaseEndedOn', message: 'End of treatment must be today or in the past' }]
  if (phaseEndedOn < diagnosis.diagnosedOn)
    return [
      {
        field: 'phaseEndedOn',
        message: `End of treatment must be on or after ${formatDateForStaff(diagnosis.diagnosedOn)}, when the diagnosis was made`,
      },
    ]
  return []
}
