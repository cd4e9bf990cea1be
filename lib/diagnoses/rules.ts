import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import type { Diagnosis } from './diagnosis'

/** The days that everything about a person lies between, and the day it is. */
export type Lifetime = { bornOn: CalendarDate; diedOn: CalendarDate | null; today: CalendarDate }

type TreatmentDays = { startedOn: CalendarDate; endedOn: CalendarDate | null }

/** Why a diagnosis cannot have been made on that day, at its field; nothing wrong gives an empty list. */
export function diagnosisFaults(diagnosedOn: CalendarDate, life: Lifetime): FieldError[] {
  return at('diagnosedOn', dayFault(diagnosedOn, life, 'Date of diagnosis'))
}

/**
 * Why a treatment cannot have begun and ended on those days, at the fields; nothing wrong gives an empty list.
 *
 * @param diagnosedOn of the diagnosis it is for; null where that is not said
 */
export function treatmentFaults(
  { startedOn, endedOn }: TreatmentDays,
  diagnosedOn: CalendarDate | null,
  life: Lifetime,
): FieldError[] {
  const start = dayFault(startedOn, life, 'Start of treatment') ?? beforeDiagnosis(startedOn, diagnosedOn)
  const end = endedOn && (dayFault(endedOn, life, 'End of treatment') ?? beforeStart(endedOn, startedOn))
  return [...at('startedOn', start), ...at('endedOn', end)]
}

type Told = Pick<Diagnosis, 'icd10Code' | 'laterality' | 'diagnosedOn'>

/** Whether a standing diagnosis says the same: a second record of it would count a person twice. */
export function isRecordedAlready(told: Told, standing: readonly Told[]): boolean {
  return standing.some(
    (other) =>
      other.icd10Code === told.icd10Code &&
      other.diagnosedOn === told.diagnosedOn &&
      other.laterality === told.laterality,
  )
}

function dayFault(on: CalendarDate, { bornOn, diedOn, today }: Lifetime, subject: string): string | null {
  if (on > today) return `${subject} must be today or in the past`
  if (on < bornOn)
    return `${subject} must be on or after ${formatDateForStaff(bornOn)}, when the person was born`
  if (diedOn && on > diedOn)
    return `${subject} must be on or before ${formatDateForStaff(diedOn)}, when the person died`
  return null
}

function beforeDiagnosis(startedOn: CalendarDate, diagnosedOn: CalendarDate | null): string | null {
  if (!diagnosedOn || startedOn >= diagnosedOn) return null
  return `Start of treatment must be on or after ${formatDateForStaff(diagnosedOn)}, when the diagnosis was made`
}

function beforeStart(endedOn: CalendarDate, startedOn: CalendarDate): string | null {
  return endedOn < startedOn ? 'End of treatment must be on or after its start' : null
}

function at(field: string, message: string | null): FieldError[] {
  return message ? [{ field, message }] : []
}
