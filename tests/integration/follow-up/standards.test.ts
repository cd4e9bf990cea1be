import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { AFTER_PROSTATE_SURGERY, onPathway, type FollowUpPlan } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

/** Somebody whose test was done today, and no result has come. */
async function tested(plan: FollowUpPlan) {
  const patientId = await setting.patient()
  await onPathway(setting.clinician, patientId, plan)
  const [due] = await setting.openTasks(patientId, 'request_surveillance_test')
  const place = { patientId, testId: due?.subject_id ?? '' }
  const { version } = await getSurveillanceTest(setting.supportWorker, place)
  const done = { step: 'done', on: today(), toldBy: '', note: null } as const
  await recordTestStep(setting.supportWorker, { ...place, version, ...done })
  return patientId
}

const lookedForOn = async (patientId: string) =>
  (await setting.openTasks(patientId, 'chase_test_result')).map(({ due_on }) => due_on)

describe('the days that a team has set', () => {
  it('say when a blood result is looked for, from the next night on; a scan keeps its own', async () => {
    const blood = await tested({ ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) })
    const scan = await tested({ anchorOn: addMonths(today(), -12) })
    expect(await lookedForOn(blood)).toEqual([addDays(today(), 14)])
    const scannedFor = [addDays(today(), 31)]
    expect(await lookedForOn(scan)).toEqual(scannedFor)
    const { superuser } = setting.database
    await superuser.query('update team set result_chase_days = 5 where id = $1', [setting.breast])
    await recomputeFollowUp({ job: 'recompute_follow_up' })
    expect(await lookedForOn(blood)).toEqual([addDays(today(), 5)])
    expect(await lookedForOn(scan)).toEqual(scannedFor)
  })
})
