import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

async function withTestDue() {
  const patientId = await setting.patient()
  const plan = { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) }
  const { pathwayId } = await onPathway(setting.clinician, patientId, plan)
  const [due] = await setting.openTasks(patientId, 'request_surveillance_test')
  return { patientId, pathwayId, testId: due?.subject_id ?? '' }
}

async function take(
  { patientId, pathwayId }: { patientId: string; pathwayId: string },
  step: ChangePathway['step'],
  more: Partial<ChangePathway>,
) {
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  const usual = { on: today(), byOn: null, teamId: '', end: '', letter: null, reason: '' } as const
  await changePathway(setting.clinician, { patientId, pathwayId, version, step, ...usual, ...more })
}

const details = async (patientId: string, kind: string) =>
  (await setting.openTasks(patientId, kind)).map(({ detail }) => detail)

describe('a task of follow-up says what to do it for', () => {
  it('by the test, and by the day that it was done while its result is looked for', async () => {
    const { patientId, testId } = await withTestDue()
    expect(await details(patientId, 'request_surveillance_test')).toEqual(['PSA', 'PSA'])
    const { version } = await getSurveillanceTest(setting.supportWorker, { patientId, testId })
    const doneOn = addDays(today(), -1)
    const input = { patientId, testId, version, step: 'done', on: doneOn, toldBy: '', note: null } as const
    await recordTestStep(setting.supportWorker, input)
    expect(await details(patientId, 'chase_test_result')).toEqual([`PSA, done ${formatDateForStaff(doneOn)}`])
  })

  it('by the reason, its first line and no more than a row has room for', async () => {
    const place = await withTestDue()
    await take(place, 'recalled', { reason: '  PSA 0.4 µg/L and rising\nRang on Monday.' })
    expect(await details(place.patientId, 'see_after_recall')).toEqual(['PSA 0.4 µg/L and rising'])
    await take(place, 'seen_after_recall', { reason: 'Seen' })
    await take(place, 'suspended', { reason: 'x'.repeat(500), byOn: addDays(today(), 9) })
    expect(await details(place.patientId, 'review_suspended_pathway')).toEqual([`${'x'.repeat(119)}…`])
  })
})
