import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { getSentSummary } from '@/lib/treatment-summaries/practice-queries'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'
import { shownSummary, signedSummary, summaryNow } from '@/tests/factories/treatment-summaries'
import type { LiveSummary } from '@/lib/treatment-summaries/treatment-summary'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const move = async (patientId: string, practiceId: string) => {
  const { version } = await getPracticeChoice(setting.clinician, patientId)
  await changeRegisteredPractice(setting.clinician, { patientId, version, practiceId })
}
const signedWithout = async (): Promise<LiveSummary> => {
  const patientId = await setting.patient({ practice: false })
  return (await signedSummary(setting.clinician, patientId)).summary
}
const now = (summary: LiveSummary) => summaryNow(setting.clinician, shownSummary(summary))
const deliveries = async (summary: LiveSummary) =>
  (await now(summary)).versions.flatMap((version) => version.deliveries)
const kinds = async ({ patientId }: LiveSummary, ...wanted: string[]) =>
  (await setting.openTasks(patientId)).filter(({ kind }) => wanted.includes(kind))
const patientVersion = async (patientId: string) => {
  const { rows } = await setting.database.superuser.query<{ version: number }>(
    'select version from patient where id = $1',
    [patientId],
  )
  return rows[0]?.version ?? 0
}

describe('a practice that is recorded after signing', () => {
  it('gets what stands signed, with what it asks, and the way to send it is found', async () => {
    const { gp, practice, breast } = setting
    const summary = await signedWithout()
    expect(await kinds(summary, 'send_treatment_summary')).toHaveLength(1)
    await move(summary.patientId, practice)
    const [delivery] = await deliveries(summary)
    expect(delivery).toMatchObject({ teamId: practice, channel: 'in_service', sentOn: today() })
    expect(await kinds(summary, 'send_treatment_summary', 'find_practice')).toEqual([])
    expect(await kinds(summary, 'read_treatment_summary')).toMatchObject([
      { team_id: practice, subject_id: delivery?.id, due_on: addDays(today(), 7) },
    ])
    const sent = await getSentSummary(gp, delivery?.id ?? '')
    expect(sent.requests.length).toBeGreaterThan(0)
    expect(await kinds(summary, 'answer_summary_request')).toHaveLength(sent.requests.length)
    expect(await kinds(summary, 'await_practice_answer')).toMatchObject(
      sent.requests.map(() => ({ team_id: breast })),
    )
    expect(await setting.events(summary.patientId)).toContain('treatment_summary.sent')
  })

  it('instead of another gets it too, once; back again, it reads what it had not read', async () => {
    const { practice, otherPractice, otherGp, gp } = setting
    const summary = (await signedSummary(setting.clinician, await setting.patient())).summary
    await move(summary.patientId, otherPractice)
    const [first, second] = await deliveries(summary)
    expect(second).toMatchObject({ teamId: otherPractice })
    await markSummarySeen(otherGp, { deliveryId: second?.id ?? '' })
    await move(summary.patientId, practice)
    expect(await kinds(summary, 'read_treatment_summary')).toMatchObject([
      { team_id: practice, subject_id: first?.id },
    ])
    await markSummarySeen(gp, { deliveryId: first?.id ?? '' })
    await move(summary.patientId, otherPractice)
    expect(await kinds(summary, 'read_treatment_summary')).toEqual([])
    expect(await deliveries(summary)).toHaveLength(2)
  })

  it('gets nothing where the person does not share: the team finds a way', async () => {
    const { practice, otherPractice, database } = setting
    const summary = await signedWithout()
    const { patientId } = summary
    await database.superuser.query('update patient set shares_with_practice = false where id = $1', [
      patientId,
    ])
    await move(patientId, practice)
    expect(await deliveries(summary)).toEqual([])
    expect(await kinds(summary, 'send_treatment_summary')).toMatchObject([
      { subject_id: summary.id, detail: 'The person does not share with their practice' },
    ])
    await move(patientId, otherPractice)
    expect(await kinds(summary, 'send_treatment_summary')).toHaveLength(1)
    expect(await kinds(summary, 'read_treatment_summary', 'answer_summary_request')).toEqual([])
  })

  it('gets nothing that was said not to be sent: the team decides again', async () => {
    const { clinician, practice, breast } = setting
    const summary = await signedWithout()
    const { patientId } = summary
    await sendTreatmentSummary(clinician, {
      ...shownSummary(summary),
      number: 1,
      recipient: 'practice',
      recipientName: 'Unknown',
      channel: 'none',
      sentOn: today(),
      note: 'Asked us not to send it',
    })
    await move(patientId, practice)
    expect(await deliveries(summary)).toMatchObject([{ channel: 'none' }])
    expect(await kinds(summary, 'send_treatment_summary')).toMatchObject([
      { team_id: breast, detail: expect.stringContaining('recorded before that it is not sent') },
    ])
  })

  it('gets what a team signed that has let go since', async () => {
    const { clinician, urologist, urology, breast, practice, gp } = setting
    const summary = await signedWithout()
    const { patientId } = summary
    await beginCare(clinician, { patientId, teamId: urology })
    await endCare(clinician, { patientId, teamId: breast, reason: 'Discharged', openTasks: urology })
    const { version } = await getPracticeChoice(urologist, patientId)
    await changeRegisteredPractice(urologist, { patientId, version, practiceId: practice })
    const [read] = await kinds(summary, 'read_treatment_summary')
    expect(await getSentSummary(gp, read?.subject_id ?? '')).toMatchObject({ number: 1, isRegistered: true })
    expect((await kinds(summary, 'await_practice_answer')).every(({ team_id }) => team_id === urology)).toBe(
      true,
    )
    expect(await kinds(summary, 'send_treatment_summary')).toEqual([])
  })

  it('while a death was recorded by mistake gets it when that is taken back', async () => {
    const { clinician, practice, gp } = setting
    const summary = await signedWithout()
    const { patientId } = summary
    const die = { patientId, diedOn: today(), isChecked: true }
    await recordDeath(clinician, { ...die, version: await patientVersion(patientId) })
    await move(patientId, practice)
    expect(await deliveries(summary)).toEqual([])
    expect(await setting.openTasks(patientId)).toEqual([])
    const reason = 'Another person of that name'
    await correctDeath(clinician, { patientId, version: await patientVersion(patientId), reason })
    const [delivery] = await deliveries(summary)
    expect((await getSentSummary(gp, delivery?.id ?? '')).requests.length).toBeGreaterThan(0)
    expect(await kinds(summary, 'send_treatment_summary', 'find_practice')).toEqual([])
  })

  it('is no way for another practice to see it', async () => {
    const { practice, otherGp } = setting
    const summary = await signedWithout()
    await move(summary.patientId, practice)
    const [delivery] = await deliveries(summary)
    await expect(getSentSummary(otherGp, delivery?.id ?? '')).rejects.toThrow(NotFound)
  })
})
