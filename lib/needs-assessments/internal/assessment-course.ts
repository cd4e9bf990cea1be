import 'server-only'
import type { Standards } from '@/lib/care-teams/standards'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { EarlierAssessment, StandingOffer } from '../needs-assessment'
import { obligationsOf, type AssessmentFacts, type Obligations, type Trigger } from '../offer-rules'
import type { LifeDates } from '../rules'

/** The form's name in the table of drafts. */
export const DRAFT_FORM = 'needs_assessment'

export type StoredDraft = {
  id: string
  teamId: string
  version: number
  content: unknown
  updatedAt: Date
  updatedById: string
}

/** Everything that deciding about a patient's assessments needs, as one team sees it. */
export type AssessmentCourse = {
  life: LifeDates
  standards: Standards
  triggers: Trigger[]
  offers: StandingOffer[]
  completedOn: CalendarDate[]
  /** The last assessment: the next one starts from it. */
  latest: EarlierAssessment | null
  draft: StoredDraft | null
}

type Row = {
  life: LifeDates
  standards: Standards
  triggers: Trigger[]
  offers: (Omit<StandingOffer, 'recordedAt'> & { recordedAt: string })[]
  completedOn: CalendarDate[]
  latest: EarlierAssessment | null
  draft: (Omit<StoredDraft, 'updatedAt'> & { updatedAt: string }) | null
}

/**
 * Reads the course in one statement. Filing an assessment is measured against the log-in page: read one by one, these
 * would be nine waits in the middle of a transaction.
 *
 * @throws NotFound where row-level security shows no such patient
 */
export async function readCourse(tx: Tx, patientId: string, teamId: string): Promise<AssessmentCourse> {
  const [row] = await tx.$queryRaw<Row[]>`
    with standing as (
      select id, offer_id, completed_on, recorded_at from needs_assessment as assessment
      where patient_id = ${patientId}::uuid
        and not exists (select from voided_fact as voided where voided.entity_id = assessment.id)
    ), latest as (
      select id, completed_on from standing order by completed_on desc, recorded_at desc limit 1
    )
    select
      jsonb_build_object('bornOn', patient.born_on, 'diedOn', patient.died_on) as life,
      jsonb_build_object(
        'assessmentDaysAfterDiagnosis', team.assessment_days_after_diagnosis,
        'assessmentDaysAfterTreatment', team.assessment_days_after_treatment,
        'assessmentDaysAfterOffer', team.assessment_days_after_offer,
        'carePlanDaysAfterAssessment', team.care_plan_days_after_assessment,
        'carePlanReviewDays', team.care_plan_review_days,
        'sharedPlanReadDays', team.shared_plan_read_days) as standards,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', kind, 'on', day)) from (
          select 'diagnosis' as kind, diagnosed_on as day from diagnosis
          where diagnosis.patient_id = patient.id and voided_at is null
          union all
          select 'end_of_treatment', ended_on from treatment
          where treatment.patient_id = patient.id and voided_at is null and ended_on <= ${today()}::date) as happened),
        '[]') as triggers,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', id, 'outcome', outcome, 'pathwayPoint', pathway_point,
          'offeredOn', offered_on, 'recordedAt', recorded_at,
          'isAssessed', exists (select from standing where standing.offer_id = offer.id)) order by offered_on, recorded_at)
        from assessment_offer as offer where offer.patient_id = patient.id
          and not exists (select from voided_fact as voided where voided.entity_id = offer.id)), '[]') as offers,
      coalesce((select jsonb_agg(completed_on order by completed_on) from standing), '[]') as "completedOn",
      (select jsonb_build_object('id', latest.id, 'completedOn', latest.completed_on, 'concerns', coalesce((
          select jsonb_agg(jsonb_build_object('code', code, 'label', label, 'score', score, 'ownWords', own_words,
            'addedBy', added_by) order by priority nulls last, score desc nulls last, label)
          from concern where concern.patient_id = patient.id and concern.assessment_id = latest.id), '[]'))
        from latest) as latest,
      (select jsonb_build_object('id', id, 'teamId', team_id, 'version', version, 'content', content,
          'updatedAt', updated_at, 'updatedById', updated_by_id)
        from draft where draft.patient_id = patient.id and draft.team_id = team.id and form = ${DRAFT_FORM}) as draft
    from patient, team where patient.id = ${patientId}::uuid and team.id = ${teamId}::uuid`
  if (!row) throw new NotFound()
  return {
    ...row,
    offers: row.offers.map((offer) => ({ ...offer, recordedAt: new Date(offer.recordedAt) })),
    draft: row.draft && { ...row.draft, updatedAt: new Date(row.draft.updatedAt) },
  }
}

/** What must be open about assessments, in this course. */
export function obligationsIn(course: AssessmentCourse): Obligations {
  return obligationsOf(factsOf(course), course.standards)
}

/** The facts of the course that decide what is due. */
export function factsOf({ triggers, offers, completedOn, life }: AssessmentCourse): AssessmentFacts {
  return { triggers, offers, completedOn, hasDied: life.diedOn !== null }
}
