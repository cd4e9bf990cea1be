import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { changeForPerson } from '@/lib/follow-up/change-for-person'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { NONE } from '@/lib/follow-up/none'
import type { decideFollowUpSchema } from '@/lib/follow-up/schema'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { z } from 'zod'
import { recordedDiagnosis } from './diagnoses'

type Decision = z.output<typeof decideFollowUpSchema>

const ALL_DONE_FIRST = [
  'end_of_treatment_consultation',
  'assessment_and_plan_offered',
  'summary_sent',
  'information_given',
  'way_back_explained',
  'person_agrees',
]

/** A decision for supported self-management after breast cancer, with everything done that comes first. */
export function usualDecision(patientId: string, diagnosisId: string, anchorOn: CalendarDate): Decision {
  return {
    patientId,
    diagnosisId,
    stream: 'supported_self_management',
    protocol: 'breast',
    anchorOn,
    decidedOn: today(),
    prerequisites: ALL_DONE_FIRST,
    waivedBecause: null,
    criteria: [NONE],
    standsBecause: null,
    wishes: 'Wants to get on with life and ring if something is wrong',
    canSelfManage: 'yes',
    isDigital: 'yes',
    reasons: 'Early breast cancer, well after treatment',
    letter: null,
  }
}

export type FollowUpPlan = Partial<Omit<Decision, 'patientId' | 'diagnosisId'>> & { icd10Code?: string }

/**
 * Somebody on a pathway, decided by the command; without a plan, yearly mammograms counted from 100 days ago.
 *
 * @param actor a clinician of a team that has the patient in care
 * @returns `testId`: the test that is due first
 */
export async function onPathway(
  actor: Actor,
  patientId: string,
  { icd10Code, ...plan }: FollowUpPlan = {},
): Promise<{ pathwayId: string; diagnosisId: string; testId: string }> {
  const anchorOn = plan.anchorOn ?? addDays(today(), -100)
  const side = icd10Code === undefined ? {} : { icd10Code, laterality: '8' as const }
  const diagnosisId = await recordedDiagnosis(actor, patientId, { diagnosedOn: anchorOn, ...side })
  const usual = usualDecision(patientId, diagnosisId, anchorOn)
  const { pathwayId } = await decideFollowUp(actor, { ...usual, ...plan, patientId, diagnosisId })
  const { pathways } = await getFollowUp(actor, patientId)
  const tests = pathways.find(({ id }) => id === pathwayId)?.tests ?? []
  return { pathwayId, diagnosisId, testId: tests.at(-1)?.id ?? '' }
}

type Typed = Parameters<typeof changeForPerson>[1]
export type PersonalPlan = Partial<Typed> & Pick<Typed, 'kind'>

/** Changes something for one person as the form does, by how their pathway stands. */
export async function changedForPerson(
  actor: Actor,
  { patientId, pathwayId }: { patientId: string; pathwayId: string },
  plan: PersonalPlan,
): Promise<void> {
  const { pathways } = await getFollowUp(actor, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  const nothing = { test: '', months: null, fromOn: null, rule: '', value: null, years: null, on: null }
  await changeForPerson(actor, {
    patientId,
    pathwayId,
    version,
    ...nothing,
    reason: 'Rising slowly',
    ...plan,
  })
}

/** A plan for PSA after surgery of the prostate: at 6 weeks, then every 6 months. */
export const AFTER_PROSTATE_SURGERY = { icd10Code: 'C61', protocol: 'prostate-after-surgery' } as const

/**
 * A result and its review, as rows: the commands of results are not asked.
 *
 * @param owner connections that may put rows in
 * @returns the result's id
 */
export async function filedResult(
  owner: Pool,
  result: {
    patientId: string
    testId: string
    analyte: string
    sampledOn: CalendarDate
    status?: string
    replacesId?: string
  },
): Promise<string> {
  const id = uuidv7()
  const { patientId, testId, analyte, sampledOn, status = 'final', replacesId = null } = result
  await owner.query(
    `insert into result (id, patient_id, team_id, test_id, source, analyte_code, value_text, value, unit, status, sampled_on, replaces_id)
     select $1, $2, team_id, id, 'by_hand', $4, '0.01', 0.01, 'µg/L', $5::result_status, $6, $7 from surveillance_test where id = $3`,
    [id, patientId, testId, analyte, status, sampledOn, replacesId],
  )
  // None is kept without it: one that was judged first after its review would have to be reviewed again.
  await owner.query(
    `insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts)
     select $1, $2, id, team_id, true, '[]' from result where id = $3`,
    [uuidv7(), patientId, id],
  )
  return id
}

/** That a clinician looked at a result, as a row. */
export async function reviewedResult(
  owner: Pool,
  { patientId, resultId, on }: { patientId: string; resultId: string; on: CalendarDate },
): Promise<void> {
  await owner.query(
    `insert into result_review (id, patient_id, result_id, team_id, decision, reviewed_on)
     select $1, $2, id, team_id, 'in_range', $4 from result where id = $3`,
    [uuidv7(), patientId, resultId, on],
  )
}
