import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathwayOf } from '@/components/patients/pathway-of-record'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { getCommunicationNeeds } from '@/lib/patients/get-communication-needs'
import { recordDeath } from '@/lib/patients/record-death'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import { confirmResults } from '@/lib/results/confirm-results'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { filedResult } from '@/tests/factories/results'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

type Place = { patientId: string; pathwayId: string; testId: string }

/** The PSA of six months is due today, and the one of a year is to come. */
async function withTestDue() {
  const patientId = await setting.patient()
  const anchorOn = addMonths(today(), -6)
  const { pathwayId } = await onPathway(setting.clinician, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn })
  const [pathway] = await followUp(setting.clinician, patientId)
  const nextOn = addMonths(anchorOn, 12)
  return { patientId, pathwayId, testId: pathway?.waiting[0]?.id ?? '', nextOn }
}

async function say({ patientId, testId }: Place, step: TestStep) {
  const { version } = await getSurveillanceTest(setting.supportWorker, { patientId, testId })
  const toldBy = step === 'told' ? 'letter' : ''
  const input = { patientId, testId, version, step, on: today(), toldBy, note: null } as const
  await recordTestStep(setting.supportWorker, input)
}

async function take(
  { patientId, pathwayId }: Place,
  step: ChangePathway['step'],
  more: Partial<ChangePathway> = {},
) {
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  const usual = { on: today(), byOn: null, teamId: '', end: '', letter: null, reason: 'As agreed' } as const
  await changePathway(setting.clinician, { patientId, pathwayId, version, step, ...usual, ...more })
}

const followUp = async (actor: Actor, patientId: string) => (await getRecord(actor, patientId)).followUp
const waiting = async (actor: Actor, patientId: string) =>
  (await followUp(actor, patientId))[0]?.waiting.map(({ name, state }) => [name, state])

describe('the record of a person on follow-up', () => {
  it('says the way, the next test with its day, and what waits, at every step of a test', async () => {
    const { clinician, supportWorker } = setting
    const place = await withTestDue()
    const record = await getRecord(clinician, place.patientId)
    expect(record.followUp).toEqual([
      {
        id: place.pathwayId,
        diagnosisId: record.diagnoses[0]?.id,
        stream: 'supported_self_management',
        endedOn: null,
        state: 'live',
        next: expect.objectContaining({ name: 'PSA', dueOn: place.nextOn, state: 'not_yet' }) as object,
        waiting: [{ id: place.testId, name: 'PSA', dueOn: today(), state: 'due', isOverdue: false }],
      },
    ])
    const planned = pathwayOf(record).filter(({ kind }) => kind === 'follow_up')
    expect(planned).toEqual([{ on: place.nextOn, kind: 'follow_up', label: 'PSA', isPlanned: true }])
    await say(place, 'requested')
    expect(await waiting(supportWorker, place.patientId)).toEqual([['PSA', 'requested']])
    await say(place, 'not_attended')
    expect(await waiting(supportWorker, place.patientId)).toEqual([['PSA', 'due']])
    await say(place, 'done')
    expect(await waiting(supportWorker, place.patientId)).toEqual([['PSA', 'done']])
    const resultId = await filedResult(clinician, place.patientId)
    expect(await waiting(clinician, place.patientId)).toEqual([['PSA', 'resulted']])
    const judgementId = (
      await setting.database.superuser.query<{ id: string }>(
        'select id from result_judgement where result_id = $1',
        [resultId],
      )
    ).rows[0]?.id
    await confirmResults(clinician, {
      results: [{ patientId: place.patientId, resultId, judgementId: judgementId ?? '' }],
    })
    expect(await waiting(clinician, place.patientId)).toEqual([['PSA', 'reviewed']])
    await say(place, 'told')
    expect(await waiting(clinician, place.patientId)).toEqual([])
  })

  it('says that a test is overdue from the day after its grace', async () => {
    const patientId = await setting.patient()
    const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -9) }
    await onPathway(setting.clinician, patientId, { ...plan, decidedOn: addMonths(today(), -8) })
    const [pathway] = await followUp(setting.clinician, patientId)
    expect(pathway?.waiting.at(-1)).toMatchObject({ state: 'due', isOverdue: true })
  })

  it('asks for nothing while suspended, and says who was called back', async () => {
    const place = await withTestDue()
    await take(place, 'recalled')
    expect((await followUp(setting.clinician, place.patientId))[0]).toMatchObject({ state: 'recalled' })
    await take(place, 'seen_after_recall')
    await take(place, 'suspended', { byOn: addDays(today(), 30) })
    const [suspended] = await followUp(setting.clinician, place.patientId)
    expect(suspended).toMatchObject({ state: 'suspended', next: null, waiting: [] })
  })

  it('keeps what was done in sight after the end, and that it ended when all is told', async () => {
    const place = await withTestDue()
    await say(place, 'done')
    await take(place, 'ended', { end: 'person_declined' })
    const [ended] = await followUp(setting.clinician, place.patientId)
    expect(ended).toMatchObject({ state: 'ended', endedOn: today(), next: null })
    expect(ended?.waiting.map(({ state }) => state)).toEqual(['done'])
  })

  it('says of somebody who died that follow-up ended with them', async () => {
    const place = await withTestDue()
    await say(place, 'done')
    const { patientId } = place
    const version = (await getCommunicationNeeds(setting.clinician, patientId)).version
    await recordDeath(setting.clinician, { patientId, version, diedOn: today(), isChecked: true })
    const [ended] = await followUp(setting.clinician, patientId)
    expect(ended).toMatchObject({ state: 'ended', endedOn: today(), next: null, waiting: [] })
  })

  it('tells a practice the way and the days to come, and no state of a test', async () => {
    const place = await withTestDue()
    await say(place, 'done')
    const [pathway] = await followUp(setting.gp, place.patientId)
    expect(pathway).toMatchObject({ stream: 'supported_self_management', waiting: [] })
    expect(pathway?.next).toMatchObject({ name: 'PSA', state: null, isOverdue: false })
  })

  it('says to another hospital team where a test stands by its facts', async () => {
    const { clinician, urologist, urology } = setting
    const place = await withTestDue()
    await beginCare(clinician, { patientId: place.patientId, teamId: urology })
    expect(await waiting(urologist, place.patientId)).toEqual([['PSA', 'due']])
    await say(place, 'requested')
    expect(await waiting(urologist, place.patientId)).toEqual([['PSA', 'requested']])
    await filedResult(clinician, place.patientId)
    expect(await waiting(urologist, place.patientId)).toEqual([['PSA', 'resulted']])
  })
})
