import { addYears, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { offerToRecord, type AssessmentFacts } from './offer-rules'

/** After so many years it is likelier that the year was mistyped than that the paper was found now. Ours. */
const LONG_AGO_YEARS = 1

/**
 * Why the date of an assessment may be a slip, each in words; none gives an empty list. Nothing here is impossible: a
 * pile of old papers is recorded too. So whoever files it is asked to say that the date is right.
 *
 * @param facts as they stand without this assessment
 */
export function dateDoubts(completedOn: CalendarDate, facts: AssessmentFacts, today: CalendarDate): string[] {
  const diagnosedOn = facts.triggers.filter(({ kind }) => kind === 'diagnosis').map(({ on }) => on)
  const [first] = diagnosedOn.sort()
  const offer = offerToRecord(facts)
  const doubts: string[] = []
  if (first && completedOn < first)
    doubts.push(`It is before the first diagnosis, ${formatDateForStaff(first)}`)
  if (offer && completedOn < offer.offeredOn)
    doubts.push(
      `It is before the offer that was accepted on ${formatDateForStaff(offer.offeredOn)}: the assessment for that offer stays to be recorded`,
    )
  if (completedOn < addYears(today, -LONG_AGO_YEARS)) doubts.push('It is more than a year ago')
  return doubts
}
