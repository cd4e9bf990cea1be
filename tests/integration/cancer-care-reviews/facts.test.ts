import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { getReviewFactToVoid, getReviewHistory } from '@/lib/cancer-care-reviews/review-history'
import { recordInvitation } from '@/lib/cancer-care-reviews/record-invitation'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { jobHandlers } from '@/lib/operations/job-handlers'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { closeTask } from '@/lib/tasks/close-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { heldReview } from '@/tests/factories/cancer-care-reviews'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { ago, makeReviewSetting, type Place, type ReviewSetting } from './setting'

let setting: ReviewSetting
beforeAll(async () => {
  setting = await makeReviewSetting()
})
afterAll(() => setting.database.drop())

const owed = (place: Place) => setting.owed(place.patientId)
const first = ({ diagnosisId }: Place, diagnosedOn: string, team = setting.practice) =>
  `hold_first_review ${team} ${addDays(diagnosedOn, 93)} ${diagnosisId}`
const second = ({ diagnosisId }: Place, diagnosedOn: string, team = setting.practice) =>
  `hold_second_review ${team} ${addMonths(diagnosedOn, 12)} ${diagnosisId}`

describe('a diagnosis of somebody registered with a practice', () => {
  it('owes both reviews from the first, and moves with them to another practice', async () => {
    const place = await setting.diagnosed(ago(30))
    expect(await owed(place)).toEqual([first(place, ago(30)), second(place, ago(30))])
    await setting.move(place.patientId, setting.otherPractice)
    const { otherPractice } = setting
    expect(await owed(place)).toEqual([
      first(place, ago(30), otherPractice),
      second(place, ago(30), otherPractice),
    ])
  })

  it('owes none where it is no cancer of its own', async () => {
    const { clinician } = setting
    const place = await setting.diagnosed(ago(30), { icd10Code: 'C44.5', laterality: '8' })
    expect(await owed(place)).toEqual([])
    const primaryDiagnosisId = await recordedDiagnosis(clinician, place.patientId, { diagnosedOn: ago(20) })
    const owedByPrimary = await owed(place)
    expect(owedByPrimary).toHaveLength(2)
    await recordedDiagnosis(clinician, place.patientId, {
      ...{ kind: 'recurrence', primaryDiagnosisId, diagnosedOn: ago(5) },
    })
    expect(await owed(place)).toEqual(owedByPrimary)
  })
})

describe('an invitation', () => {
  it('is an answer once there were two, a week apart, until one of them was an error', async () => {
    const place = await setting.diagnosed(ago(60))
    await setting.invite(place, ago(20))
    await setting.invite(place, ago(14))
    expect(await owed(place)).toHaveLength(2)
    const { factId } = await setting.invite(place, ago(13))
    expect(await owed(place)).toEqual([second(place, ago(60))])
    await setting.voidFact(place, factId)
    expect(await owed(place)).toHaveLength(2)
    await expect(setting.voidFact(place, factId)).rejects.toThrow(RuleBroken)
    const { facts } = await getReviewHistory(setting.gp, place)
    expect(facts.map(({ on, voided }) => [on, voided?.reason ?? null])).toEqual([
      [ago(13), 'Another person of that name'],
      [ago(14), null],
      [ago(20), null],
    ])
    expect(await setting.events(place.patientId)).toEqual(
      expect.arrayContaining(['cancer_care_review.invited', 'cancer_care_review.fact_voided']),
    )
  })

  it('cannot be of a day that cannot be, and says what can', async () => {
    const place = await setting.diagnosed(ago(10))
    const at = (on: string) => setting.invite(place, on)
    await expect(at(addDays(today(), 1))).rejects.toMatchObject({
      errors: [{ field: 'on', message: 'Date must be today or in the past' }],
    })
    const message = `Date must be on or after ${formatDateForStaff(ago(10))}, the date of the diagnosis`
    await expect(at(ago(11))).rejects.toMatchObject({ errors: [{ field: 'on', message }] })
  })
})

describe('an exception', () => {
  it('under palliative care is for all diagnoses of the person, unsuitable for one', async () => {
    const place = await setting.diagnosed(ago(40))
    const diagnosisId = await recordedDiagnosis(setting.clinician, place.patientId, {
      ...{ icd10Code: 'C18.7', laterality: '8', diagnosedOn: ago(20) },
    })
    const other = { ...place, diagnosisId }
    await setting.excuse(place, 'unsuitable', ago(1))
    expect(await owed(place)).toEqual([first(other, ago(20)), second(other, ago(20))])
    const { factId } = await setting.excuse(place, 'palliative_care', ago(300))
    expect(await owed(place)).toEqual([])
    await setting.voidFact(place, factId)
    expect(await owed(place)).toHaveLength(2)
  })
})

describe('whoever', () => {
  it('is of the hospital, or of another practice, records and reads none of it', async () => {
    const place = await setting.diagnosed(ago(30))
    const { factId } = await setting.invite(place, ago(2))
    const { clinician, supportWorker, otherGp } = setting
    for (const actor of [clinician, supportWorker]) {
      await expect(setting.invite(place, ago(1), actor)).rejects.toThrow(NotAllowed)
      await expect(getReviewHistory(actor, place)).rejects.toThrow(NotAllowed)
    }
    await expect(setting.invite(place, ago(1), otherGp)).rejects.toThrow(NotFound)
    await setting.move(place.patientId, setting.otherPractice)
    await expect(setting.voidFact(place, factId)).rejects.toThrow(NotFound)
    expect((await getReviewFactToVoid(otherGp, { ...place, factId })).on).toBe(ago(2))
  })

  it('is of the hospital learns that something happened, and of a review what the practice shares', async () => {
    const place = await setting.diagnosed(ago(30))
    const { practice: teamId, gp, clinician } = setting
    await setting.invite(place, ago(9))
    await heldReview(gp, { ...place, teamId, heldOn: ago(8), outcomeSummary: 'Kept to ourselves' })
    await heldReview(gp, {
      ...place,
      teamId,
      heldOn: ago(7),
      outcomeSummary: 'Tired, sleeps badly',
      shared: true,
    })
    const seen = await asActor(clinician, async (tx) => ({
      course:
        await tx.$queryRaw`select kind, to_char("on", 'YYYY-MM-DD') as "on" from access.review_course_of(${place.patientId}::uuid)`,
      outcomes:
        await tx.$queryRaw`select outcome_summary from access.shared_review_outcomes(${place.patientId}::uuid)`,
      rows: await tx.cancerCareReview.count({ where: { patientId: place.patientId } }),
      facts: await tx.reviewFact.count({ where: { patientId: place.patientId } }),
    }))
    expect(seen).toEqual({
      course: [
        { kind: 'invited', on: ago(9) },
        { kind: 'reviewed', on: ago(8) },
        { kind: 'reviewed', on: ago(7) },
      ],
      outcomes: [{ outcome_summary: 'Tired, sleeps badly' }],
      rows: 0,
      facts: 0,
    })
  })

  it('would move or close its task by hand is told what to record instead', async () => {
    const place = await setting.diagnosed(ago(30))
    const { rows } = await setting.database.superuser.query(
      `select id, version from task where patient_id = $1 and kind = 'hold_first_review' and closed_at is null`,
      [place.patientId],
    )
    const task = { taskId: rows[0].id, version: rows[0].version, reason: 'On holiday' }
    const follow = async () => ({ entries: [] })
    await expect(closeTask(setting.gp, task, follow)).rejects.toThrow(/record an invitation/i)
    const dueOn = addDays(today(), 200)
    await expect(postponeTask(setting.gp, { ...task, dueOn }, follow)).rejects.toThrow(
      /record an invitation/i,
    )
    expect(await owed(place)).toHaveLength(2)
  })

  it('sends the same form twice records one fact', async () => {
    const place = await setting.diagnosed(ago(30))
    const submission = { id: crypto.randomUUID(), action: 'cancer-care-review.invite' }
    const invitation = { ...place, on: ago(1), channel: 'telephone' as const, note: null }
    for (let time = 0; time < 2; time++) await recordInvitation({ ...setting.gp, submission }, invitation)
    expect((await getReviewHistory(setting.gp, place)).facts).toHaveLength(1)
  })
})

describe('the nightly job', () => {
  it('ends a review once the time to answer a second invitation is over, and not before', async () => {
    const [waiting, inVain, mistaken] = [
      await setting.diagnosed(ago(60)),
      await setting.diagnosed(ago(60)),
      await setting.diagnosed(ago(60)),
    ]
    for (const place of [waiting, inVain, mistaken]) await setting.invite(place, ago(20))
    await setting.invite(waiting, ago(6))
    const lasts = [await setting.invite(inVain, ago(6)), await setting.invite(mistaken, ago(6))]
    for (const place of [waiting, inVain, mistaken]) expect(await owed(place)).toHaveLength(2)
    const { superuser } = setting.database
    await superuser.query('alter table review_fact disable trigger user')
    await superuser.query('update review_fact set "on" = "on" - 1 where id = any ($1)', [
      lasts.map(({ factId }) => factId),
    ])
    await superuser.query('alter table review_fact enable trigger user')
    await setting.voidFact(mistaken, lasts[1]?.factId ?? '')
    await setting.lapse()
    expect(await owed(waiting)).toHaveLength(2)
    expect(await owed(mistaken)).toHaveLength(2)
    expect(await owed(inVain)).toEqual([second(inVain, ago(60))])
    const { rows } = await superuser.query(
      'select closed_reason from task where subject_id = $1 and closed_at is not null',
      [inVain.diagnosisId],
    )
    expect(rows).toEqual([{ closed_reason: 'No answer to two invitations' }])
  })

  it('ends what the days alone have made nobody’s to hold, and nothing else', async () => {
    const late = await setting.diagnosed(ago(92))
    const inTime = await setting.diagnosed(ago(91))
    const { superuser, pools } = setting.database
    // As if they had been recorded 20 and 40 days before their last day, and two days had gone by since.
    for (const [place, recorded] of [
      [late, 21],
      [inTime, 42],
    ] as const)
      await superuser.query(
        `update diagnosis set diagnosed_on = $2, recorded_at = now() - make_interval(days => $3), version = version + 1 where id = $1`,
        [place.diagnosisId, ago(94), recorded],
      )
    await jobHandlers(pools.worker).end_lapsed_reviews?.({}, {} as never)
    expect((await owed(late)).map((task) => task.split(' ')[0])).toEqual(['hold_second_review'])
    expect((await owed(inTime)).map((task) => task.split(' ')[0])).toEqual([
      'hold_first_review',
      'hold_second_review',
    ])
  })

  it('is no business of anybody’s at work', async () => {
    const call = asActor(setting.gp, (tx) => tx.$queryRaw`select access.end_lapsed_reviews(current_date)`)
    await expect(call).rejects.toThrow(/permission denied/)
  })
})
