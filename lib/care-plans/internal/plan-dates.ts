import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import type { LivePlan } from '../care-plan'

type Dated = { field: string; subject: string; on: CalendarDate }

/** What is wrong with a day before the plan's assessment, at the field; nothing wrong gives an empty list. */
export function faultsBeforeAssessment(
  { assessment: { completedOn } }: Pick<LivePlan, 'assessment'>,
  { field, subject, on }: Dated,
): FieldError[] {
  if (on >= completedOn) return []
  const message = `${subject} must be on or after the date of the assessment, ${formatDateForStaff(completedOn)}`
  return [{ field, message }]
}

/** A plan follows its assessment. @throws RuleBroken at the field */
export function requireAfterAssessment(plan: Pick<LivePlan, 'assessment'>, dated: Dated): void {
  const faults = faultsBeforeAssessment(plan, dated)
  if (faults.length > 0) throw new RuleBroken(faults)
}
