import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMllpListener, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { resultMessages } from '@/lib/results/receive-results'
import { fileUnmatched, setAsideUnmatched } from '@/lib/results/settle-unmatched'
import { getUnmatched } from '@/lib/results/unmatched-queries'
import { nextNhsNumber } from '@/tests/factories/patients'
import { adt, nextControlId } from './hospital-system'
import { sendTogether } from './laboratory'
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

it('demographics that wait are put right on the record and set aside, and never filed as a result', async () => {
  const nhsNumber = nextNhsNumber()
  const patientId = await setting.patient({ nhsNumber })
  const controlId = nextControlId()
  await sendTogether(listener.port, [adt(nhsNumber, { controlId, bornOn: '19000101' })])
  const { rows } = await setting.database.superuser.query<{ id: string }>(
    'select unmatched.id from unmatched_result as unmatched join inbound_message as message on message.id = message_id where control_id = $1',
    [controlId],
  )
  const unmatchedId = rows[0]?.id ?? ''
  const { unmatched } = await getUnmatched(setting.clinician, unmatchedId)
  expect(unmatched.isDemographics).toBe(true)
  const asResult = {
    ...{ unmatchedId, version: 1, patientId, code: 'psa', value: '0.1', unit: 'µg/L' },
    ...{
      reportText: null,
      outcome: undefined,
      sampledOn: today(),
      answers: 'by_date' as const,
      howKnown: null,
    },
  }
  await expect(fileUnmatched(setting.clinician, asResult)).rejects.toThrow('no result')
  await setAsideUnmatched(setting.clinician, {
    unmatchedId,
    version: 1,
    reason: 'Born 1961, as the card says',
  })
  await expect(getUnmatched(setting.clinician, unmatchedId)).rejects.toThrow(NotFound)
})
