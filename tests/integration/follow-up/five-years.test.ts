import { afterAll, beforeAll, expect, it } from 'vitest'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { receiveMessage } from '@/lib/interop/hl7/receive-message'
import { now, today } from '@/lib/platform/clock'
import { resultMessages } from '@/lib/results/receive-results'
import { cea, hl7Message } from '@/tests/factories/hl7-messages'
import { fiveYears, takesAStep, TESTS_OF_FIVE_YEARS } from '@/tests/factories/five-years'
import { nextNhsNumber } from '@/tests/factories/patients'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

/** The end is today: five years and a few days after the operation. */
const SINCE_THE_LAST_TEST = 20

/** What `npm run ledger:check` reads: people on a pathway without anything open, and with a test owed twice. */
async function lostOrDoubled(): Promise<unknown[]> {
  const { rows } = await setting.database.superuser.query(
    'select * from access.follow_up_ledger() where open = 0 or doubled > 0',
  )
  return rows
}

/** What the hospital owes the person besides letters that wait to be posted. */
async function hospitalOwes(patientId: string): Promise<string[]> {
  const open = await setting.openTasks(patientId)
  return open
    .filter(({ team_id, kind }) => team_id === setting.breast && kind !== 'post_letter')
    .map(({ kind }) => kind)
}

/** Care began before the story: the database dates it by its own clock, and a message finds only who was in care on its day. */
async function cared(patientId: string, since: CalendarDate): Promise<void> {
  const values = [patientId, since]
  await setting.database.superuser.query(
    'update care_relationship set started_on = $2 where patient_id = $1',
    values,
  )
}

/** The laboratory's message about a CEA, taken in as the listener does. */
async function sends(nhsNumber: string, value: string, sampledOn: CalendarDate): Promise<string> {
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  const { accept } = resultMessages({ job: 'receive_message' }, organisationId)
  const day = sampledOn.replaceAll('-', '')
  const pid = `PID|1||${nhsNumber}^^^NHS^NH||Smith^Anne||19500203|F`
  const segments = [pid, ...cea(value, { takenAt: `${day}0815`, filler: `FIVE-${day}` })]
  const bytes = Buffer.from(hl7Message({ controlId: `FIVE-${day}`, segments }))
  const message = receiveMessage(bytes, { processingIds: ['P'] })
  if (message.kind !== 'accepted') throw new Error('the message is not taken')
  const { code } = await accept(message, { bytes, receivedAt: now(), peer: 'test' })
  return code
}

it('loses nobody at any step of five years, from the diagnosis to the letter at the end', async () => {
  const { clinician, supportWorker, gp, breast } = setting
  const nhsNumber = nextNhsNumber()
  const patientId = await setting.patient({ nhsNumber, bornOn: '1950-02-03' })
  const operatedOn = addMonths(addDays(today(), -SINCE_THE_LAST_TEST), -60)
  await cared(patientId, addDays(operatedOn, -60))
  const who = { patientId, teamId: breast, operatedOn, clinician, supportWorker, gp }
  const night = () => recomputeFollowUp({ job: 'recompute_follow_up' })
  const laboratory = async (value: string, sampledOn: CalendarDate) => {
    expect(await sends(nhsNumber, value, sampledOn)).toBe('AA')
  }
  const steps = fiveYears({ ...who, night, laboratory }, 60)
  let step = await steps.next()
  const happened: string[] = []
  for (; !step.done; step = await steps.next()) {
    happened.push(step.value)
    expect(await lostOrDoubled(), step.value).toEqual([])
    expect(await hospitalOwes(patientId), step.value).not.toEqual([])
  }
  for (const { code, months } of TESTS_OF_FIVE_YEARS) expect(happened).toContain(`${code} ${months}m told`)
  expect(happened).toContain('cea 18m seen after recall')
  expect(await hospitalOwes(patientId)).toEqual(['review_follow_up'])
  const { pathwayId } = step.value
  const end = { end: 'completed', reason: 'Five years without a sign of its return.' } as const
  await takesAStep(
    clinician,
    { patientId, pathwayId },
    { step: 'ended', on: today(), ...end, letter: LETTER },
  )
  expect(await lostOrDoubled()).toEqual([])
  expect(await hospitalOwes(patientId)).toEqual([])
  const { pathways } = await getFollowUp(gp, patientId)
  expect(pathways[0]).toMatchObject({ state: 'ended', letter: LETTER })
}, 120_000)

const LETTER =
  'Follow-up after five years has ended. Please refer back as urgent if anything points to its return.'
