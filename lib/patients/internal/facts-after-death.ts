import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { DatedFact } from '../after-death-words'

/**
 * What was done with the person after this day, as far as the actor of the transaction may see it, soonest first. What
 * was recorded in error is left out.
 */
export async function factsAfter(tx: Tx, patientId: string, diedOn: CalendarDate): Promise<DatedFact[]> {
  return tx.$queryRaw<DatedFact[]>`
    with fact as (
      select 'diagnosis' as what, diagnosed_on as day from diagnosis
      where patient_id = ${patientId}::uuid and voided_at is null
      union all
      select 'start of a treatment', started_on from treatment
      where patient_id = ${patientId}::uuid and voided_at is null
      union all
      select 'end of a treatment', ended_on from treatment
      where patient_id = ${patientId}::uuid and voided_at is null
      union all
      select 'offer of an assessment', offered_on from assessment_offer as offer
      where patient_id = ${patientId}::uuid
        and not exists (select from voided_fact as voided where voided.entity_id = offer.id)
      union all
      select 'assessment', completed_on from needs_assessment as assessment
      where patient_id = ${patientId}::uuid
        and not exists (select from voided_fact as voided where voided.entity_id = assessment.id)
      union all
      select case kind when 'agreed' then 'care plan agreed' when 'reviewed' then 'care plan reviewed'
        when 'offered' then 'care plan offered' else 'care plan declined or not possible' end, "on"
      from care_plan_event
      where patient_id = ${patientId}::uuid and kind in ('offered', 'agreed', 'declined', 'unable', 'reviewed')
      union all
      select case kind when 'reviewed' then 'cancer care review' else 'invitation or answer to a cancer care review' end, "on"
      from access.review_course_of(${patientId}::uuid)
      union all
      select 'About Me told', told_on from about_me_version where patient_id = ${patientId}::uuid)
    select what, to_char(day, 'YYYY-MM-DD') as "on" from fact where day > ${diedOn}::date order by day, what`
}
