import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePathway } from '@/lib/follow-up/change-pathway'
import type { changeForPerson } from '@/lib/follow-up/change-for-person'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getPersonalChange } from '@/lib/follow-up/get-personal-change'
import { takeBackChange } from '@/lib/follow-up/take-back-change'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { reviewResult } from '@/lib/results/review-result'
import { getResult } from '@/lib/results/queries'
import { AFTER_PROSTATE_SURGERY, changedForPerson, onPathway } from '@/tests/factories/follow-up'
import { filedResult } from '@/tests/factories/results'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

type Change = Parameters<typeof changeForPerson>[1]
type Place = { patientId: string; pathwayId: string }

/** With the operation so many months ago and a PSA to come. */
async function followed(months = 25) {
  const patientId = await setting.patient()
  const anchorOn = addMonths(today(), -months)
  const { pathwayId } = await onPathway(setting.clinician, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn })
  return { patientId, pathwayId, anchorOn }
}
const pathwayOf = async ({ patientId }: Place) =>
  (await getFollowUp(setting.clinician, patientId)).pathways[0]
const change = (place: Place, kind: Change['kind'], what: Partial<Change>, by = setting.clinician) =>
  changedForPerson(by, place, { kind, ...what })
async function takeBack(place: Place, key: string) {
  const version = (await pathwayOf(place))?.version ?? 0
  const { patientId, pathwayId } = place
  await takeBackChange(setting.clinician, {
    patientId,
    pathwayId,
    version,
    change: key,
    reason: 'Stable again',
  })
}
const dueOn = async (place: Place) =>
  (await setting.openTasks(place.patientId, 'request_surveillance_test')).map((task) => task.due_on)
const faultsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: unknown) => (error instanceof RuleBroken ? error.errors.map(({ field }) => field) : [error]),
  )

describe('an interval changed for one person', () => {
  it('moves what is owed at once, says so with the reason, and is taken back with its history kept', async () => {
    const place = await followed()
    const yearly = [addMonths(place.anchorOn, 36)]
    expect(await dueOn(place)).toEqual(yearly)
    await change(place, 'interval', { test: 'psa', months: 3, fromOn: today() })
    expect(await dueOn(place)).toEqual([addMonths(place.anchorOn, 27)])
    const [standing] = (await pathwayOf(place))?.personal ?? []
    expect(standing).toMatchObject({ reason: 'Rising slowly', on: today() })
    expect(standing?.words).toMatch(/^PSA every 3 months from /)
    await takeBack(place, standing?.key ?? '')
    expect(await dueOn(place)).toEqual(yearly)
    const pathway = await pathwayOf(place)
    expect(pathway?.personal).toEqual([])
    expect(pathway?.history.map(({ words, reason }) => `${words}: ${reason}`)).toEqual([
      `No longer so: ${standing?.words}: Stable again`,
      `Changed for this person: ${standing?.words}: Rising slowly`,
    ])
    expect(await setting.events(place.patientId)).toEqual(
      expect.arrayContaining(['follow_up.changed_for_person', 'follow_up.change_taken_back']),
    )
  })

  it('takes a test of the protocol, whole months and a day to come', async () => {
    const place = await followed()
    const whole = { test: 'psa', months: 3, fromOn: today() }
    for (const [wrong, field] of [
      [{ test: 'mammogram' }, 'test'],
      [{ months: null }, 'months'],
      [{ months: 0 }, 'months'],
      [{ months: 2.5 }, 'months'],
      [{ fromOn: addDays(today(), -1) }, 'fromOn'],
      [{ fromOn: null }, 'fromOn'],
    ] as const)
      expect(await faultsOf(change(place, 'interval', { ...whole, ...wrong }))).toEqual([field])
    const nothing = { test: '', months: null, fromOn: null, reason: '' }
    expect(await faultsOf(change(place, 'interval', nothing))).toEqual(['test', 'months', 'fromOn', 'reason'])
    await change(place, 'interval', whole)
    expect(await faultsOf(change(place, 'interval', whole))).toEqual([''])
  })
})

describe('a threshold changed for one person', () => {
  /** A reading of last month that nobody has to look at by itself, reviewed. */
  async function reviewed() {
    const place = await followed()
    const { patientId } = place
    const resultId = await filedResult(setting.clinician, patientId, {
      value: '0.15',
      sampledOn: addMonths(today(), -1),
      confirmedSlip: 'Rang the laboratory',
    })
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    await reviewResult(setting.clinician, {
      patientId,
      resultId,
      judgementId: result.judgementId,
      decision: 'continue',
      note: null,
      repeatOn: null,
      suspendUntil: null,
    })
    return { ...place, resultId }
  }

  it('has a standing result looked at again, and says whose threshold it is', async () => {
    const place = await reviewed()
    const { patientId, resultId } = place
    expect(await setting.openTasks(patientId, 'review_result')).toEqual([])
    await change(place, 'threshold', { rule: 'psa_limit', value: 0.1 })
    expect(await setting.openTasks(patientId, 'review_result')).toHaveLength(1)
    const { result } = await getResult(setting.clinician, { patientId, resultId })
    expect(JSON.stringify(result)).toContain('threshold set for this person: Rising slowly')
    expect((await pathwayOf(place))?.personal[0]?.words).toBe(
      'PSA, too high: looked at from 0.1 µg/L in place of 0.2',
    )
  })

  it('is a number of a rule that has one', async () => {
    const place = await followed()
    for (const [wrong, field] of [
      [{ rule: 'psa_rises', value: 4 }, 'rule'],
      [{ rule: 'none', value: 4 }, 'rule'],
      [{ rule: 'psa_limit', value: null }, 'value'],
      [{ rule: 'psa_limit', value: Number.NaN }, 'value'],
    ] as const)
      expect(await faultsOf(change(place, 'threshold', wrong))).toEqual([field])
  })
})

describe('the day that tests are counted from', () => {
  it('is changed later with a reason, and every day to come moves with it', async () => {
    const place = await followed(30)
    const on = addDays(place.anchorOn, 10)
    expect(await faultsOf(change(place, 'anchor', {}))).toEqual(['on'])
    expect(await faultsOf(change(place, 'anchor', { on: '1900-01-01' }))).toEqual(['on'])
    await change(place, 'anchor', { on })
    expect(await dueOn(place)).toEqual([addMonths(on, 36)])
    expect((await pathwayOf(place))?.anchorOn).toBe(on)
    await takeBack(place, 'anchor')
    expect((await pathwayOf(place))?.anchorOn).toBe(place.anchorOn)
  })
})

describe('a length changed for one person', () => {
  it('moves the planned end, and is not one that is over', async () => {
    const place = await followed()
    for (const years of [null, 2, 1e9])
      expect(await faultsOf(change(place, 'duration', { years }))).toEqual(['years'])
    await change(place, 'duration', { years: 12 })
    expect((await pathwayOf(place))?.endsOn).toBe(addMonths(place.anchorOn, 144))
  })
})

describe('a change for one person', () => {
  it('is a clinician’s who has the person in care, of a pathway that goes on and as it was shown', async () => {
    const place = await followed()
    const what = { test: 'psa', months: 3, fromOn: today() }
    for (const by of [setting.supportWorker, setting.gp])
      await expect(change(place, 'interval', what, by)).rejects.toThrow(NotAllowed)
    await expect(change(place, 'interval', what, setting.urologist)).rejects.toThrow(NotFound)
    await expect(change(place, 'interval', { ...what, version: 99 })).rejects.toThrow(Stale)
    const other = await followed()
    await expect(change({ ...other, patientId: place.patientId }, 'interval', what)).rejects.toThrow(NotFound)
    const version = (await pathwayOf(place))?.version ?? 0
    await changePathway(setting.clinician, {
      ...{ ...place, version, step: 'ended', on: today(), byOn: null, teamId: '', letter: null },
      ...{ end: 'person_declined', reason: 'As agreed' },
    })
    await expect(change(place, 'interval', what)).rejects.toThrow(RuleBroken)
    await expect(getPersonalChange(setting.clinician, place)).rejects.toThrow(NotFound)
    await recordDeath(setting.clinician, {
      patientId: other.patientId,
      version: 1,
      diedOn: today(),
      isChecked: true,
    })
    await expect(change(other, 'interval', what)).rejects.toThrow(RuleBroken)
    await expect(takeBack(other, 'anchor')).rejects.toThrow(RuleBroken)
  })
})
