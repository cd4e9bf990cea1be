import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { followReview, type PathwayStep } from '@/lib/follow-up/follow-review'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, RuleBroken, Stale } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const owed = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => /surveillance|missed|result|recall|suspended|review_follow_up/.test(kind))
    .map(({ kind, due_on, team_id }) => ({ kind, due_on, team_id }))
const kindsOf = async (patientId: string) => (await owed(patientId)).map(({ kind }) => kind)

/** With a test in its window and the next one planned. */
async function followedUp(decidedOn = today()) {
  const patientId = await setting.patient()
  const anchorOn = addMonths(today(), -6)
  const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn, decidedOn }
  const ids = await onPathway(setting.clinician, patientId, plan)
  return { patientId, anchorOn, ...ids }
}

type Place = { patientId: string; pathwayId: string }
async function take(place: Place, step: ChangePathway['step'], more: Partial<ChangePathway> = {}) {
  const { patientId, pathwayId } = place
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  const usual = {
    on: today(),
    byOn: null,
    teamId: '',
    end: '',
    letter: null,
    reason: 'Agreed in clinic',
  } as const
  await changePathway(setting.clinician, { patientId, pathwayId, version, step, ...usual, ...more })
}
const closedAs = async (patientId: string, kind: string) => {
  const { rows } = await setting.database.superuser.query<{ closure: string }>(
    'select closure::text from task where patient_id = $1 and kind::text = $2 and closed_at is not null order by id',
    [patientId, kind],
  )
  return rows.map(({ closure }) => closure)
}

/** As the review of a result does. */
const decided = (place: Place, step: PathwayStep) =>
  asActor(setting.clinician, (tx) =>
    followReview(tx, setting.clinician, { ...place, teamId: setting.breast, reason: 'Seen' }, step),
  )

const faultOf = (attempt: Promise<unknown>) =>
  attempt.catch((error: unknown) =>
    error instanceof RuleBroken ? error.errors.map(({ field }) => field) : [error],
  )

describe('a pathway', () => {
  it('started again and suspended again on one day, is suspended; nor is it started again before', async () => {
    const place = await followedUp(addDays(today(), -3))
    const [early, late] = [addDays(today(), 20), addDays(today(), 40)]
    await take(place, 'suspended', { byOn: early })
    expect(await faultOf(take(place, 'reactivated', { on: addDays(today(), -1) }))).toEqual(['on'])
    await take(place, 'reactivated')
    await take(place, 'suspended', { byOn: late })
    expect(await owed(place.patientId)).toMatchObject([{ kind: 'review_suspended_pathway', due_on: late }])
  })

  it('is not suspended again by a result while it is, nor called back once it has ended', async () => {
    const place = await followedUp()
    const until = addDays(today(), 20)
    await decided(place, { kind: 'suspend', until })
    await expect(decided(place, { kind: 'suspend', until: addDays(until, 9) })).rejects.toThrow(RuleBroken)
    expect(await owed(place.patientId)).toMatchObject([{ kind: 'review_suspended_pathway', due_on: until }])
    await take(place, 'ended', { end: 'person_declined' })
    await expect(decided(place, { kind: 'recall' })).rejects.toThrow(RuleBroken)
    expect(await owed(place.patientId)).toEqual([])
  })

  it('suspended, asks for nothing but to be looked at again; started again, for what it did', async () => {
    const place = await followedUp()
    const before = await owed(place.patientId)
    await expect(take(place, 'suspended')).rejects.toThrow(RuleBroken)
    const byOn = addDays(today(), 20)
    await take(place, 'suspended', { byOn })
    expect(await owed(place.patientId)).toEqual([
      { kind: 'review_suspended_pathway', due_on: byOn, team_id: setting.breast },
    ])
    await expect(take(place, 'suspended', { byOn })).rejects.toThrow(RuleBroken)
    await take(place, 'reactivated')
    expect(await owed(place.patientId)).toEqual(before)
    expect(await closedAs(place.patientId, 'review_suspended_pathway')).toEqual(['met'])
  })

  it('with the person called back, owes seeing them beside its tests', async () => {
    const place = await followedUp()
    await take(place, 'recalled')
    const recall = { kind: 'see_after_recall', due_on: addDays(today(), 14), team_id: setting.breast }
    expect(await owed(place.patientId)).toContainEqual(recall)
    expect(await owed(place.patientId)).toHaveLength(3)
    await take(place, 'seen_after_recall')
    expect(await closedAs(place.patientId, 'see_after_recall')).toEqual(['met'])
    expect(await owed(place.patientId)).toHaveLength(2)
  })

  it('moves to another team that cares, with everything that is open', async () => {
    const { clinician, urology } = setting
    const place = await followedUp()
    await expect(take(place, 'transferred', { teamId: urology })).rejects.toThrow(RuleBroken)
    await beginCare(clinician, { patientId: place.patientId, teamId: urology })
    const before = await owed(place.patientId)
    await take(place, 'transferred', { teamId: urology })
    expect(await owed(place.patientId)).toEqual(before.map((task) => ({ ...task, team_id: urology })))
  })

  it('ended, stops its tests but waits for the result of what was done', async () => {
    const place = await followedUp()
    const test = { patientId: place.patientId, testId: place.testId, version: 1 }
    await recordTestStep(setting.supportWorker, {
      ...test,
      step: 'done',
      on: today(),
      toldBy: '',
      note: null,
    })
    await expect(take(place, 'ended', { end: 'discharged' })).rejects.toThrow(RuleBroken)
    await take(place, 'ended', { end: 'discharged', letter: 'Please check PSA yearly.' })
    expect(await kindsOf(place.patientId)).toEqual(['chase_test_result'])
    const { pathways } = await getFollowUp(setting.gp, place.patientId)
    expect(pathways[0]).toMatchObject({ state: 'ended', letter: 'Please check PSA yearly.' })
  })

  it('is changed by a clinician, one at a time', async () => {
    const place = await followedUp()
    const { patientId, pathwayId } = place
    const input: ChangePathway = {
      patientId,
      pathwayId,
      version: 1,
      step: 'recalled',
      on: today(),
      byOn: null,
      teamId: '',
      end: '',
      letter: null,
      reason: 'PSA raised',
    }
    for (const actor of [setting.supportWorker, setting.gp])
      await expect(changePathway(actor, input)).rejects.toThrow(NotAllowed)
    await changePathway(setting.clinician, input)
    await expect(changePathway(setting.clinician, { ...input, step: 'suspended' })).rejects.toThrow(Stale)
  })
})

describe('what happens around a pathway', () => {
  it('death stops everything, and taken back brings it back', async () => {
    const { clinician, gp } = setting
    const { patientId } = await followedUp()
    const before = await owed(patientId)
    await recordDeath(gp, { patientId, version: 1, diedOn: today(), isChecked: true })
    expect(await owed(patientId)).toEqual([])
    await correctDeath(clinician, { patientId, version: 2, reason: 'Another person' })
    expect(await owed(patientId)).toEqual(before)
  })

  it('a team does not let go of somebody it follows up', async () => {
    const { clinician, breast, urology } = setting
    const place = await followedUp()
    const { patientId } = place
    await beginCare(clinician, { patientId, teamId: urology })
    const end = { patientId, teamId: breast, reason: 'Done here', openTasks: 'close' }
    await expect(endCare(clinician, end)).rejects.toThrow(RuleBroken)
    await take(place, 'transferred', { teamId: urology })
    await endCare(clinician, end)
    expect((await owed(patientId)).map(({ team_id }) => team_id)).toEqual([urology, urology])
  })

  it('its diagnosis is not voided under it', async () => {
    const { clinician } = setting
    const place = await followedUp()
    const { patientId, diagnosisId } = place
    const voiding = { patientId, diagnosisId, version: 1, reason: 'Another person’s' }
    await expect(voidDiagnosis(clinician, voiding)).rejects.toThrow(RuleBroken)
    await take(place, 'ended', { end: 'recorded_in_error' })
    await voidDiagnosis(clinician, voiding)
    expect(await owed(patientId)).toEqual([])
  })
})
