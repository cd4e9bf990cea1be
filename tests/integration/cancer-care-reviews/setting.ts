import { asActor } from '@/lib/access/as-actor'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { recordDecline } from '@/lib/cancer-care-reviews/record-decline'
import { recordException } from '@/lib/cancer-care-reviews/record-exception'
import { recordInvitation } from '@/lib/cancer-care-reviews/record-invitation'
import { voidReviewFact } from '@/lib/cancer-care-reviews/void-review-fact'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { recordedDiagnosis, type DiagnosisPlan } from '@/tests/factories/diagnoses'
import { voidFact } from '@/lib/platform/voided-facts'
import { makeSetting } from '../care-plans/setting'

export const ago = (days: number): CalendarDate => addDays(today(), -days)

export type Place = { patientId: string; diagnosisId: string }

/** What tests of reviews start from, and how they do what the pages do. */
export async function makeReviewSetting() {
  const setting = await makeSetting()
  const { clinician, database, gp } = setting
  const version = async (patientId: string): Promise<number> => {
    const { rows } = await database.superuser.query('select version from patient where id = $1', [patientId])
    return rows[0].version
  }
  return {
    ...setting,
    /** Somebody of the practice for years, with one diagnosis of the breast. */
    async diagnosed(diagnosedOn: CalendarDate, plan: Partial<DiagnosisPlan> = {}): Promise<Place> {
      const patientId = await setting.patient()
      await registeredSince(ago(4000), patientId)
      return {
        patientId,
        diagnosisId: await recordedDiagnosis(clinician, patientId, { ...plan, diagnosedOn }),
      }
    },
    registeredSince,
    invite: (place: Place, on: CalendarDate, by = gp) =>
      recordInvitation(by, { ...place, on, channel: 'letter', note: null }),
    decline: (place: Place, on: CalendarDate, by = gp) => recordDecline(by, { ...place, on, note: null }),
    excuse: (place: Place, kind: 'palliative_care' | 'unsuitable', on: CalendarDate, by = gp) =>
      recordException(by, { ...place, kind, on, note: 'As agreed with the family' }),
    voidFact: (place: Place, factId: string, by = gp) =>
      voidReviewFact(by, { ...place, factId, reason: 'Another person of that name' }),
    /** As the command of the review's page does. */
    voidReview: (patientId: string, reviewId: string, by = gp) =>
      asActor(by, async (tx) => {
        const voiding = { patientId, entity: 'cancer_care_review', entityId: reviewId, reason: 'Mistaken' }
        await voidFact(tx, { ...voiding, recordedById: by.staffId })
        await reconsiderReviews(tx, [patientId])
      }),
    async move(patientId: string, practiceId: string): Promise<void> {
      const choice = await getPracticeChoice(clinician, patientId)
      await changeRegisteredPractice(clinician, { patientId, version: choice.version, practiceId })
    },
    die: async (patientId: string) =>
      recordDeath(clinician, {
        patientId,
        version: await version(patientId),
        diedOn: today(),
        isChecked: true,
        isDateRight: true,
      }),
    comeBack: async (patientId: string) =>
      correctDeath(clinician, { patientId, version: await version(patientId), reason: 'Mistaken' }),
    /** What is owed: kind, whose, by when. */
    async owed(patientId: string): Promise<string[]> {
      const tasks = await setting.openTasks(patientId)
      return tasks
        .filter(({ kind }) => kind === 'hold_first_review' || kind === 'hold_second_review')
        .map(({ kind, team_id, due_on, subject_id }) => `${kind} ${team_id} ${due_on} ${subject_id}`)
        .sort()
    },
    /** What the nightly job does. */
    async lapse(): Promise<void> {
      const client = await database.pools.worker.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.job', 'end_lapsed_reviews', true)`)
        await client.query('select access.end_lapsed_reviews($1::date)', [today()])
        await client.query('commit')
      } finally {
        client.release()
      }
    },
  }

  async function registeredSince(day: CalendarDate, patientId: string): Promise<void> {
    await database.superuser.query(
      `update care_relationship as care set started_on = $2 from team
       where team.id = care.team_id and team.kind = 'practice' and care.patient_id = $1 and care.ended_on is null`,
      [patientId, day],
    )
  }
}

export type ReviewSetting = Awaited<ReturnType<typeof makeReviewSetting>>
