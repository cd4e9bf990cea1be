import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { RuleBroken } from '@/lib/platform/errors'
import type { LivePlan } from '../care-plan'

/** A plan follows its assessment. @throws RuleBroken at the field */
export function requireAfterAssessment(
  plan: Pick<LivePlan, 'assessment'>,
  { field, subject, on }: { field: string; subject: string; on: CalendarDate },
): void {
  const { completedOn } = plan.assessment
  if (on < completedOn)
    throw new RuleBroken([
      {
        field,
        message: `${subject} must be on or after the date of the assessment, ${formatDateForStaff(completedOn)}`,
      },
    ])
}
