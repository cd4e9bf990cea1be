import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import {
  exactly,
  formatPeriodForStaff,
  isSurelyBefore,
  lastDayOf,
  mayCoincide,
  type DatePeriod,
} from '@/lib/nhs/date-period'
import type { FieldError } from '@/lib/platform/form-state'
import { diagnosedIn, type DiagnosisTold, type TreatmentTold } from './diagnosis'

/** The days that everything about a person lies between, and the day it is. */
export type Lifetime = { bornOn: CalendarDate; diedOn: CalendarDate | null; today: CalendarDate }

/** From when to when; null while it goes on. */
export type Days = { startedOn: CalendarDate; endedOn: CalendarDate | null }

/** Why a diagnosis cannot have been made then, on any day of the period; nothing wrong gives an empty list. */
export function diagnosisFaults(diagnosed: DatePeriod, life: Lifetime): FieldError[] {
  return at('diagnosedOn', dayFault(diagnosed, life, 'Date of diagnosis'))
}

/**
 * Why a treatment cannot have begun and ended on those days, at the fields; nothing wrong gives an empty list.
 *
 * @param diagnosed of the diagnosis it is for; null where that is not said
 */
export function treatmentFaults(
  { startedOn, endedOn, outcome }: Days & Pick<TreatmentTold, 'outcome'>,
  diagnosed: DatePeriod | null,
  life: Lifetime,
): FieldError[] {
  return [
    ...daysFaults({ startedOn, endedOn }, diagnosed, life, 'treatment'),
    ...at('outcome', outcome && !endedOn ? 'Enter when the treatment ended, or leave this empty' : null),
  ]
}

/** Why something cannot have gone on from the one day to the other. @param what `treatment`, `phase` */
export function daysFaults(
  { startedOn, endedOn }: Days,
  diagnosed: DatePeriod | null,
  life: Lifetime,
  what: string,
): FieldError[] {
  const [start, end] = [`Start of ${what}`, `End of ${what}`]
  const began = dayFault(exactly(startedOn), life, start) ?? beforeDiagnosis(startedOn, diagnosed, start)
  const ended =
    endedOn &&
    (dayFault(exactly(endedOn), life, end) ??
      (endedOn < startedOn ? `${end} must be on or after its start` : null))
  return [...at('startedOn', began), ...at('endedOn', ended)]
}

/** Why a performance status cannot have been assessed on that day. */
export function performanceStatusFaults(assessedOn: CalendarDate, life: Lifetime): FieldError[] {
  return at('assessedOn', dayFault(exactly(assessedOn), life, 'Date of assessment'))
}

type Told = Pick<DiagnosisTold, 'icd10Code' | 'laterality' | 'kind' | 'diagnosedOn' | 'diagnosedOnPrecision'>

/** Whether a standing diagnosis says the same: a second record of it would count a person twice. */
export function isRecordedAlready(told: Told, standing: readonly Told[]): boolean {
  return standing.some(
    (other) =>
      other.icd10Code === told.icd10Code &&
      other.laterality === told.laterality &&
      other.kind === told.kind &&
      mayCoincide(diagnosedIn(told), diagnosedIn(other)),
  )
}

function dayFault(period: DatePeriod, { bornOn, diedOn, today }: Lifetime, subject: string): string | null {
  if (period.on > today) return `${subject} must be today or in the past`
  if (lastDayOf(period) < bornOn)
    return `${subject} must be on or after ${formatDateForStaff(bornOn)}, when the person was born`
  if (diedOn && period.on > diedOn)
    return `${subject} must be on or before ${formatDateForStaff(diedOn)}, when the person died`
  return null
}

function beforeDiagnosis(
  startedOn: CalendarDate,
  diagnosed: DatePeriod | null,
  subject: string,
): string | null {
  if (!diagnosed || !isSurelyBefore(exactly(startedOn), diagnosed)) return null
  return `${subject} must be ${onOrAfter(diagnosed)}, when the diagnosis was made`
}

/** `on or after 3 Feb 2026`, `in or after Feb 2026`. */
export function onOrAfter(period: DatePeriod): string {
  return `${period.precision === 'day' ? 'on' : 'in'} or after ${formatPeriodForStaff(period)}`
}

/** A fault at a field, or none. */
export function at(field: string, message: string | null): FieldError[] {
  return message ? [{ field, message }] : []
}
