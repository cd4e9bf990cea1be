import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { getOwnFollowUp } from '@/lib/follow-up/get-own-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { getMessage } from '@/lib/messages/queries'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { onPathway } from '@/tests/factories/follow-up'
import { wordsOfLetter } from '@/tests/factories/letters'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'
import { halfAYearAfter, said, taken, testOf } from './by-hand'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

/** What the letter to the person and the copy say after they were told, and the date that the record has. */
async function toldOf(place: { patientId: string; testId: string }) {
  await said(setting, place, 'told', { toldBy: 'telephone' })
  const { superuser } = setting.database
  const { rows: letters } = await superuser.query<{ id: string }>(
    `select id from message where patient_id = $1 and about like 'told:%' and channel = 'letter' order by recipient`,
    [place.patientId],
  )
  const words: string[] = []
  for (const { id: messageId } of letters) {
    const { letter } = await getMessage(setting.clinician, { patientId: place.patientId, messageId })
    words.push(letter ? wordsOfLetter(letter) : '')
  }
  const { rows } = await superuser.query<{ next_on: CalendarDate | null }>(
    `select next_on::text from surveillance_test_event where test_id = $1 and kind = 'told'`,
    [place.testId],
  )
  return { words, nextOn: rows[0]?.next_on }
}

const around = (day: CalendarDate) => `around ${formatDateForPatient(day)}`

describe('the next date that somebody is told', () => {
  it('is of the pathway of another decision, under a test of the one before', async () => {
    const { clinician } = setting
    const { again, patientId, pathwayId } = await halfAYearAfter(setting)
    const resultId = await filedResult(clinician, patientId)
    await reviewedAsShown(clinician, { patientId, resultId })
    const anchorOn = addMonths(today(), -3)
    await decideFollowUp(clinician, { ...again, anchorOn })
    const nextOn = addMonths(anchorOn, 6)
    const place = { patientId, testId: await testOf(setting, pathwayId, '6m') }
    expect((await getSurveillanceTest(clinician, place)).next?.dueOn).toBe(nextOn)
    const told = await toldOf(place)
    expect(told.nextOn).toBe(nextOn)
    expect(told.words).toHaveLength(2)
    for (const words of told.words) expect(words).toContain(around(nextOn))
  })

  it('is the earliest of all pathways, on the record as in the letter', async () => {
    const { clinician } = setting
    const { patientId, pathwayId } = await halfAYearAfter(setting)
    const anchorOn = addMonths(today(), -10)
    await onPathway(clinician, patientId, { anchorOn })
    const resultId = await filedResult(clinician, patientId)
    await reviewedAsShown(clinician, { patientId, resultId })
    const told = await toldOf({ patientId, testId: await testOf(setting, pathwayId, '6m') })
    const mammogramOn = addMonths(anchorOn, 12)
    expect(told.nextOn).toBe(mammogramOn)
    expect(told.words).toHaveLength(2)
    for (const words of told.words)
      expect(words).toMatch(new RegExp(`mammogram.*${around(mammogramOn)}`, 'iu'))
  })

  it('is none while follow-up is suspended, nor does what they keep at home say any', async () => {
    const { clinician } = setting
    const { again, patientId, pathwayId } = await halfAYearAfter(setting)
    const place = { patientId, pathwayId }
    const nextOn = addMonths(again.anchorOn, 12)
    const resultId = await filedResult(clinician, patientId, { value: '0.25', confirmedSlip: 'As reported' })
    const before = await getOwnFollowUp(clinician, place)
    expect(wordsOfLetter(before.sheet)).toContain(around(nextOn))
    const suspension = { decision: 'suspend', suspendUntil: addDays(today(), 20) } as const
    await reviewedAsShown(clinician, { patientId, resultId }, suspension)
    const testId = await testOf(setting, pathwayId, '6m')
    const told = await toldOf({ patientId, testId })
    expect(told.nextOn).toBeNull()
    expect(told.words[0]).toContain('We ask for no more tests until we have looked into this.')
    for (const words of told.words) expect(words).not.toContain(around(nextOn))
    const { sheet } = await getOwnFollowUp(clinician, place)
    expect(wordsOfLetter(sheet)).toContain('No test is planned for now.')
    await taken(setting, { patientId, pathwayId }, 'reactivated')
    expect((await getSurveillanceTest(clinician, { patientId, testId })).next?.dueOn).toBe(nextOn)
  })
})
