import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordPathwayEvent } from '@/lib/follow-up/internal/record-pathway-event'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, filedResult, onPathway, reviewedResult } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const TASKS = [
  'request_surveillance_test',
  'find_missed_test',
  'chase_test_result',
  'review_result',
  'tell_result',
]
const owed = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => TASKS.includes(kind))
    .map(({ kind, due_on }) => [kind, due_on])

/** Six months after the anchor today: the test of 6 months is in its window. */
async function withTestDue(anchorOn = addMonths(today(), -6)) {
  const patientId = await setting.patient()
  const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn }
  const { pathwayId } = await onPathway(setting.clinician, patientId, plan)
  const { rows } = await setting.database.superuser.query<{ id: string; due_on: string }>(
    'select id, due_on::text from surveillance_test where pathway_id = $1 order by due_on',
    [pathwayId],
  )
  const [test] = rows
  if (!test) throw new Error('no test is due')
  return { patientId, pathwayId, testId: test.id, dueOn: test.due_on, anchorOn }
}

type Place = { patientId: string; testId: string }
async function say(
  place: Place,
  step: TestStep,
  more: { on?: CalendarDate; note?: string; toldBy?: 'letter' } = {},
) {
  const { version } = await getSurveillanceTest(setting.supportWorker, place)
  const { patientId, testId } = place
  const input = { patientId, testId, version, step, on: today(), toldBy: '', note: null, ...more } as const
  await recordTestStep(setting.supportWorker, input)
}
/** What a team has that changed nothing: days after which a test that was asked for is looked for. */
const CHASE_DAYS = 14
const reconsider = (pathwayId: string) => asActor(setting.clinician, (tx) => reconsiderPathway(tx, pathwayId))
const closures = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ kind: string; closure: string }>(
    `select kind::text, closure::text from task where patient_id = $1 and closed_at is not null and kind::text = any ($2) order by id`,
    [patientId, TASKS],
  )
  return rows.map(({ kind, closure }) => [kind, closure])
}

describe('a test', () => {
  it('goes from due to told, with one thing owed at every step and the next test from the start', async () => {
    const { superuser } = setting.database
    const { patientId, pathwayId, testId, dueOn, anchorOn } = await withTestDue()
    const next = ['request_surveillance_test', addMonths(anchorOn, 12)]
    expect(await owed(patientId)).toEqual([['request_surveillance_test', dueOn], next])
    await say({ patientId, testId }, 'requested')
    expect(await owed(patientId)).toEqual([['find_missed_test', addDays(dueOn, CHASE_DAYS)], next])
    await say({ patientId, testId }, 'done')
    expect(await owed(patientId)).toEqual([['chase_test_result', expect.any(String)], next])
    const resultId = await filedResult(superuser, { patientId, testId, analyte: 'psa', sampledOn: today() })
    await reconsider(pathwayId)
    expect(await owed(patientId)).toEqual([next, ['review_result', expect.any(String)]])
    await reviewedResult(superuser, { patientId, resultId, on: today() })
    await reconsider(pathwayId)
    expect(await owed(patientId)).toEqual([next, ['tell_result', expect.any(String)]])
    await say({ patientId, testId }, 'told', { toldBy: 'letter' })
    expect(await owed(patientId)).toEqual([next])
    expect(await closures(patientId)).toEqual(TASKS.map((kind) => [kind, 'met']))
    expect(await reconsider(pathwayId)).toBe(0)
  })

  it('offers what its result is filed as once it was done, until it has one', async () => {
    const place = await withTestDue()
    const toFile = async (actor = setting.supportWorker) => (await getSurveillanceTest(actor, place)).toFile
    expect(await toFile()).toEqual([])
    await say(place, 'done')
    expect(await toFile()).toEqual([{ code: 'psa', name: 'PSA' }])
    expect(await toFile(setting.gp)).toEqual([])
    await filedResult(setting.database.superuser, { ...place, analyte: 'psa', sampledOn: today() })
    expect(await toFile()).toEqual([])
  })

  it('is told again once it is corrected', async () => {
    const { superuser } = setting.database
    const place = await withTestDue()
    const { patientId, testId, pathwayId } = place
    const result = { patientId, testId, analyte: 'psa', sampledOn: today() }
    const resultId = await filedResult(superuser, result)
    await reviewedResult(superuser, { patientId, resultId, on: today() })
    await reconsider(pathwayId)
    await say(place, 'told', { toldBy: 'letter' })
    expect(await owed(patientId)).toHaveLength(1)
    await filedResult(superuser, { ...result, status: 'corrected', replacesId: resultId })
    await reconsider(pathwayId)
    expect((await owed(patientId)).map(([kind]) => kind)).toContain('review_result')
  })

  it('is looked for once its grace is over, and keeps who had it', async () => {
    const { superuser } = setting.database
    const { patientId, pathwayId, dueOn } = await withTestDue()
    await superuser.query(
      `update task set owner_staff_id = $2 where patient_id = $1 and kind = 'request_surveillance_test' and due_on = $3`,
      [patientId, setting.supportWorker.staffId, dueOn],
    )
    const overdueOn = addDays(dueOn, 43)
    await superuser.query(`update staff_session set expires_at = now() + interval '1 day'`)
    await atInstant(new Date(`${overdueOn}T12:00:00Z`), () => reconsider(pathwayId))
    const [missed] = await setting.openTasks(patientId, 'find_missed_test')
    expect(missed).toMatchObject({ due_on: overdueOn, owner_staff_id: setting.supportWorker.staffId })
    expect(await closures(patientId)).toEqual([['request_surveillance_test', 'superseded']])
  })

  it('asked for and without a result is owed by the day that the team has set', async () => {
    const { superuser } = setting.database
    const place = await withTestDue()
    await superuser.query(`update team set result_chase_days = 10 where id = $1`, [setting.breast])
    await say(place, 'requested')
    const from = place.dueOn > today() ? place.dueOn : today()
    expect(await setting.openTasks(place.patientId, 'find_missed_test')).toMatchObject([
      { due_on: addDays(from, 10) },
    ])
    await superuser.query(`update team set result_chase_days = 14 where id = $1`, [setting.breast])
  })

  it('is asked for again when the person did not come', async () => {
    const place = await withTestDue()
    await say(place, 'requested')
    await say(place, 'not_attended', { note: 'Rang: forgot' })
    expect(await owed(place.patientId)).toContainEqual(['request_surveillance_test', place.dueOn])
    await say(place, 'requested')
    expect(await owed(place.patientId)).toContainEqual(['find_missed_test', addDays(place.dueOn, CHASE_DAYS)])
  })

  it('is owed no more once somebody says why it is not needed', async () => {
    const place = await withTestDue()
    await expect(say(place, 'not_needed')).rejects.toThrow(RuleBroken)
    await say(place, 'not_needed', { note: 'Done last week at another hospital' })
    expect(await owed(place.patientId)).toEqual([
      ['request_surveillance_test', addMonths(place.anchorOn, 12)],
    ])
  })

  it('said to be done by mistake is asked for again, with why', async () => {
    const place = await withTestDue()
    const due = ['request_surveillance_test', place.dueOn]
    await say(place, 'done')
    expect(await owed(place.patientId)).not.toContainEqual(due)
    await expect(say(place, 'not_attended')).rejects.toMatchObject({ errors: [{ field: 'note' }] })
    await say(place, 'not_attended', { note: 'It was another person' })
    expect(await owed(place.patientId)).toContainEqual(due)
    const page = await getSurveillanceTest(setting.clinician, place)
    expect(page.history.map(({ words }) => words)).toEqual(['Not done after all', 'Done'])
    await say(place, 'done')
    expect(await owed(place.patientId)).not.toContainEqual(due)
  })

  it('is not undone once part of its result has come', async () => {
    const { superuser } = setting.database
    const place = await withTestDue()
    await say(place, 'done')
    const { patientId, pathwayId, testId } = place
    const part = { patientId, testId, analyte: 'psa', sampledOn: today(), status: 'preliminary' }
    await filedResult(superuser, part)
    await reconsider(pathwayId)
    const { test, steps } = await getSurveillanceTest(setting.clinician, place)
    expect({ state: test.state, steps }).toEqual({ state: 'done', steps: ['not_needed'] })
    const note = 'It was another person'
    await expect(say(place, 'not_attended', { note })).rejects.toThrow(RuleBroken)
  })

  it('said not to be needed by mistake is asked for again, with why, while follow-up goes on', async () => {
    const place = await withTestDue()
    await say(place, 'not_needed', { note: 'Done elsewhere' })
    await expect(say(place, 'requested')).rejects.toMatchObject({ errors: [{ field: 'note' }] })
    await say(place, 'requested', { note: 'It was not done there' })
    expect(await owed(place.patientId)).toContainEqual(['find_missed_test', addDays(place.dueOn, CHASE_DAYS)])
    const page = await getSurveillanceTest(setting.clinician, place)
    expect(page.history[0]?.words).toBe('Needed after all, and asked for')
    await say(place, 'not_needed', { note: 'Done there after all' })
    const end = { kind: 'ended', on: today(), end: 'person_declined', reason: 'Wants no more' } as const
    const { patientId, pathwayId: id } = place
    await asActor(setting.clinician, (tx) =>
      recordPathwayEvent(tx, setting.clinician, { id, patientId }, end),
    )
    expect((await getSurveillanceTest(setting.clinician, place)).steps).toEqual([])
    await expect(say(place, 'requested', { note: 'Needed' })).rejects.toThrow(RuleBroken)
  })

  it('does not count on a day outside its window, nor at another point', async () => {
    const place = await withTestDue(addMonths(addDays(today(), -10), -6))
    await expect(say(place, 'done', { on: addDays(place.dueOn, -40) })).rejects.toThrow(RuleBroken)
    await expect(say(place, 'told', { toldBy: 'letter' })).rejects.toThrow(RuleBroken)
    await say(place, 'done', { on: today() })
    await expect(say(place, 'requested')).rejects.toThrow(RuleBroken)
  })

  it('is changed by those who care alone, and by one at a time', async () => {
    const place = await withTestDue()
    const { patientId, testId } = place
    const input = {
      patientId,
      testId,
      version: 1,
      step: 'requested',
      on: today(),
      toldBy: '',
      note: null,
    } as const
    await expect(recordTestStep(setting.gp, input)).rejects.toThrow(NotAllowed)
    await expect(recordTestStep(setting.urologist, input)).rejects.toThrow(NotFound)
    await recordTestStep(setting.supportWorker, input)
    await expect(recordTestStep(setting.supportWorker, { ...input, step: 'done' })).rejects.toThrow(Stale)
    expect(await setting.events(patientId)).toContain('surveillance_test.requested')
  })
})

describe('the page of follow-up', () => {
  it('says where tests stand, and a practice when they are', async () => {
    const place = await withTestDue()
    await say(place, 'requested')
    const { pathways, undecided, mayDecide } = await getFollowUp(setting.supportWorker, place.patientId)
    expect(pathways[0]?.tests.map(({ state }) => state)).toEqual(['not_yet', 'requested'])
    expect(pathways[0]?.coming.map(({ dueOn }) => dueOn)[0]).toBe(addMonths(place.anchorOn, 18))
    expect({ undecided, mayDecide }).toEqual({ undecided: [], mayDecide: false })
    const seen = await getFollowUp(setting.gp, place.patientId)
    expect(seen.pathways[0]?.tests).toMatchObject([
      { dueOn: addMonths(place.anchorOn, 12), state: 'due', doneOn: null },
      { dueOn: place.dueOn, state: 'due', doneOn: null },
    ])
  })

  it('says to a practice when a test was done, and no more of it', async () => {
    const place = await withTestDue()
    const doneOn = addDays(today(), -1)
    await say(place, 'done', { on: doneOn })
    const { pathways } = await getFollowUp(setting.gp, place.patientId)
    expect(pathways[0]?.tests.map((test) => [test.state, test.doneOn])).toEqual([
      ['due', null],
      ['due', doneOn],
    ])
  })
})
