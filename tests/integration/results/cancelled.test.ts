import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { postLetters } from '@/lib/messages/post-letters'
import { today } from '@/lib/platform/clock'
import { getResult, listResults } from '@/lib/results/queries'
import { resultMessages } from '@/lib/results/receive-results'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { tellResult } from '@/lib/results/tell-result'
import { listTellings } from '@/lib/results/tellings-waiting'
import { psaOf, sendTogether } from './laboratory'
import { makeResultSetting, type ResultSetting } from './setting'

let setting: ResultSetting
let listener: MllpListener
beforeAll(async () => {
  setting = await makeResultSetting()
  const organisationId = setting.clinician.memberships[0]?.organisationId ?? ''
  listener = await startMllpListener(0, resultMessages({ job: 'receive_message' }, organisationId))
})
afterAll(async () => {
  await listener.stop()
  await setting.database.drop()
})

/** Somebody whose PSA the laboratory sent, reviewed: of the test that is due, or of one beyond what was. */
async function reviewed(kind: 'due' | 'further' = 'due') {
  const { patientId } = kind === 'due' ? await setting.due() : await setting.followed()
  const { rows } = await setting.database.superuser.query<{ nhs_number: string }>(
    `update patient set address_line_1 = '1 High Street', postcode = 'ZZ99 3VZ' where id = $1 returning nhs_number`,
    [patientId],
  )
  const nhsNumber = rows[0]?.nhs_number ?? ''
  const filler = `TAKEN-BACK-${nhsNumber}`
  const send = (sent: { value: string; status: string }) =>
    sendTogether(listener.port, [psaOf(nhsNumber, { filler, ...sent })])
  expect(await send({ value: '0.05', status: 'F' })).toEqual(['AA'])
  const [result] = (await listResults(setting.clinician, patientId)).results
  const testId = result?.testId ?? ''
  await setting.review({ patientId, resultId: result?.id ?? '' })
  return {
    patientId,
    testId,
    async tell() {
      const { version } = await getSurveillanceTest(setting.clinician, { patientId, testId })
      const said = { step: 'told', on: today(), toldBy: 'telephone', note: null } as const
      await recordTestStep(setting.clinician, { patientId, testId, version, ...said })
    },
    /** @returns the version that takes it back */
    async cancel() {
      expect(await send({ value: '', status: 'X' })).toEqual(['AA'])
      const { results } = await listResults(setting.clinician, patientId)
      const cancelled = results.find(({ status }) => status === 'cancelled')
      return cancelled?.id ?? ''
    },
  }
}

const owed = async (patientId: string) =>
  (await setting.openTasks(patientId))
    .filter(({ kind }) => kind === 'review_result' || kind === 'tell_result')
    .map(({ kind, subject_id }) => `${kind} ${subject_id}`)

describe.each(['due', 'further'] as const)('the result of a test that was %s, taken back', (kind) => {
  it('after the person was told is reviewed, told, and done with', async () => {
    const { patientId, tell, cancel } = await reviewed(kind)
    await tell()
    expect(await owed(patientId)).toEqual([])
    const resultId = await cancel()
    expect(await owed(patientId)).toEqual([`review_result ${resultId}`])
    const { single } = await listResultsToReview(setting.clinician)
    expect(single.map(({ result }) => result.id)).toContain(resultId)
    await recomputeFollowUp({ job: 'recompute_follow_up' })
    expect(await owed(patientId)).toEqual([`review_result ${resultId}`])

    await setting.review({ patientId, resultId }, { decision: 'contact' })
    expect(await owed(patientId)).toEqual([`tell_result ${resultId}`])
    const { single: toTell } = await listTellings(setting.clinician)
    expect(toTell.map(({ subjectId }) => subjectId)).toContain(resultId)
    const said = { on: today(), toldBy: 'telephone', note: null } as const
    await tellResult(setting.clinician, { patientId, resultId, ...said })
    expect(await owed(patientId)).toEqual([])
  })

  it('before the person was told is reviewed again, and told', async () => {
    const { patientId, testId, cancel } = await reviewed(kind)
    expect(await owed(patientId)).toEqual([`tell_result ${testId}`])
    const resultId = await cancel()
    expect(await owed(patientId)).toEqual([`review_result ${resultId}`])
    await setting.review({ patientId, resultId })
    expect(await owed(patientId)).toEqual([`tell_result ${resultId}`])
  })
})

describe('a result that was taken back by mistake', () => {
  it('is owed its review under its test once it is put right, and nothing else', async () => {
    const { patientId, testId, cancel } = await reviewed()
    const replaces = await cancel()
    await setting.file(patientId, { value: '0.07', replaces, confirmedSlip: 'Rang the laboratory' })
    expect(await owed(patientId)).toEqual([`review_result ${testId}`])
  })
})

describe('a letter that tells a result', () => {
  it('is not posted once the result was taken back', async () => {
    const { patientId, tell, cancel } = await reviewed()
    await tell()
    const { rows } = await setting.database.superuser.query<{ id: string }>(
      `select id from message where patient_id = $1 and recipient = 'person' and channel = 'letter' and about like 'told:%'`,
      [patientId],
    )
    const letter = rows.map(({ id }) => id)
    expect(letter).toHaveLength(1)
    await cancel()
    await postLetters(setting.clinician, { letter, postedOn: today() })
    const { rows: events } = await setting.database.superuser.query<{ kind: string }>(
      'select kind::text from message_event where message_id = any ($1) order by id',
      [letter],
    )
    expect(events.map(({ kind }) => kind)).toEqual(['stopped'])
  })
})

describe('a result that nobody knew', () => {
  it.each([
    ['out of range', '0.5'],
    ['to be released the day after', '0.15'],
  ])('is taken back with nobody asked, and the test asked for again: %s', async (_what, value) => {
    const { patientId, testId } = await setting.due()
    const { rows } = await setting.database.superuser.query<{ nhs_number: string }>(
      'select nhs_number from patient where id = $1',
      [patientId],
    )
    const sent = { filler: `UNKNOWN-${patientId}` }
    const nhsNumber = rows[0]?.nhs_number ?? ''
    await sendTogether(listener.port, [
      psaOf(nhsNumber, { ...sent, value, status: 'F' }),
      psaOf(nhsNumber, { ...sent, value: '', status: 'X' }),
    ])
    expect(await owed(patientId)).toEqual([])
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).toEqual(
      expect.arrayContaining([expect.objectContaining({ subject_id: testId })]),
    )
    const { result } = await getResult(setting.clinician, { patientId, resultId: testId })
    expect(result.status).toBe('cancelled')
  })
})
