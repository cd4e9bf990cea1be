import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { changeSummarySection } from '@/lib/treatment-summaries/change-summary-section'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { registeredWith } from '@/tests/factories/care-plans'
import { recordedDiagnosis, recordedTreatment } from '@/tests/factories/diagnoses'
import {
  amendedSummary,
  changedSection,
  draftedSummary,
  shownSummary,
  signedSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const faultsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: { errors?: { field: string }[] }) => error.errors?.map(({ field }) => field),
  )
const prepareTasks = (patientId: string) => setting.openTasks(patientId, 'prepare_treatment_summary')

describe('the end of a treatment', () => {
  it('makes a summary owed, once for a diagnosis, by the last end; taken back, it is owed no more', async () => {
    const { clinician, breast, patient } = setting
    const patientId = await patient()
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: '2026-01-05' })
    const treatment = { startedOn: '2026-02-01', diagnosisId }
    await recordedTreatment(clinician, patientId, treatment)
    expect(await prepareTasks(patientId)).toEqual([])
    const ended = await recordedTreatment(clinician, patientId, { ...treatment, endedOn: '2026-02-10' })
    expect(await prepareTasks(patientId)).toMatchObject([
      { team_id: breast, subject_id: diagnosisId, due_on: '2026-03-24' },
    ])
    const later = { ...treatment, endedOn: '2026-03-10' }
    const last = await recordedTreatment(clinician, patientId, later)
    expect(await prepareTasks(patientId)).toMatchObject([{ subject_id: diagnosisId, due_on: '2026-04-21' }])
    for (const treatmentId of [ended, last])
      await changeTreatment(clinician, {
        ...treatment,
        patientId,
        treatmentId,
        version: 1,
        modality: '01',
        intent: '01',
        endedOn: null,
        note: null,
        phaseId: null,
        outcome: null,
        givenBy: null,
      })
    expect(await prepareTasks(patientId)).toEqual([])
  })

  it('after what a signed summary covers makes the next one owed', async () => {
    const { clinician, patient } = setting
    const patientId = await patient()
    const { summary } = await signedSummary(clinician, patientId)
    expect(await prepareTasks(patientId)).toEqual([])
    const { diagnosisId } = summary
    const treatment = { startedOn: '2026-04-01', endedOn: '2026-05-01', diagnosisId }
    await recordedTreatment(clinician, patientId, treatment)
    expect(await prepareTasks(patientId)).toMatchObject([{ due_on: '2026-06-12' }])
  })
})

describe('drafting', () => {
  it('is done once for a diagnosis and an end, also at the same time, and by support workers', async () => {
    const { clinician, supportWorker, patient } = setting
    const draft = await draftedSummary(clinician, await patient())
    const { patientId, diagnosisId, phaseEndedOn } = draft
    const again = () => draftTreatmentSummary(supportWorker, { patientId, diagnosisId, phaseEndedOn })
    expect(await Promise.all([again(), again()])).toEqual([{ summaryId: draft.id }, { summaryId: draft.id }])
    expect(draft.phase).toBe('Surgery')
    expect(draft.content.sections.consequences.items.length).toBeGreaterThan(0)
    expect(draft.content.sections.alerts.items.length).toBeGreaterThan(0)
    expect(draft.content.sections.who.fields.practice.fromRecord).toBe(true)
    expect(await setting.events(patientId)).toContain('treatment_summary.drafted')
  })

  it('is of the patient’s own diagnosis, from its day on, by teams that care', async () => {
    const { clinician, gp, urologist, patient, database } = setting
    const draft = await draftedSummary(clinician, await patient())
    const { patientId, diagnosisId } = draft
    const begun = { patientId, diagnosisId, phaseEndedOn: '2026-03-01' }
    await expect(draftTreatmentSummary(gp, begun)).rejects.toThrow(NotAllowed)
    await expect(draftTreatmentSummary(urologist, begun)).rejects.toThrow(NotFound)
    const other = { ...begun, patientId: await patient() }
    await expect(draftTreatmentSummary(clinician, other)).rejects.toThrow(NotFound)
    const early = { ...begun, phaseEndedOn: '2026-02-01' }
    expect(await faultsOf(draftTreatmentSummary(clinician, early))).toEqual(['phaseEndedOn'])
    await database.superuser.query('update patient set died_on = current_date where id = $1', [patientId])
    await expect(draftTreatmentSummary(clinician, begun)).rejects.toThrow('has died')
  })
})

describe('changing a section', () => {
  it('is of what was shown, says what differs, and needs a draft', async () => {
    const { clinician, supportWorker, gp, patient } = setting
    const draft = await draftedSummary(clinician, await patient())
    const form = {
      ...shownSummary(draft),
      section: 'plan' as const,
      input: { fields: { pathway: 'Mine', reviewedBy: null, dischargedOn: null }, items: [] },
    }
    await expect(changeSummarySection(gp, form)).rejects.toThrow(NotAllowed)
    await changedSection(supportWorker, draft, 'plan', { pathway: 'Theirs' })
    const late = changeSummarySection(clinician, form)
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Beryl Price',
      differences: [{ label: 'Follow-up', theirs: 'Theirs', yours: 'Mine' }],
    })
    const { summary } = await signedSummary(clinician, await patient())
    await expect(changeSummarySection(clinician, { ...form, ...shownSummary(summary) })).rejects.toThrow(
      'Open it to be amended first',
    )
  })
})

describe('sending', () => {
  const way = {
    number: 1,
    recipient: 'practice' as const,
    recipientName: null,
    channel: 'post' as const,
    sentOn: today(),
    note: null,
  }

  it('meets what is owed, by any way or by the reason for none', async () => {
    const { clinician, supportWorker, gp, patient } = setting
    const patientId = await patient({ practice: false })
    const { summary } = await signedSummary(clinician, patientId)
    const { summary: other } = await signedSummary(clinician, await patient({ practice: false }))
    const send = (change: object) =>
      sendTreatmentSummary(supportWorker, { patientId, summaryId: summary.id, ...way, ...change })
    await expect(sendTreatmentSummary(gp, { patientId, summaryId: summary.id, ...way })).rejects.toThrow(
      NotFound,
    )
    await expect(sendTreatmentSummary(clinician, { patientId, summaryId: other.id, ...way })).rejects.toThrow(
      NotFound,
    )
    expect(await faultsOf(send({}))).toEqual(['recipientName'])
    expect(await faultsOf(send({ channel: 'in_service' }))).toEqual(['channel'])
    expect(await faultsOf(send({ channel: 'none', recipientName: 'A surgery' }))).toEqual(['note'])
    const early = { recipientName: 'A surgery', sentOn: addDays(today(), -1) }
    expect(await faultsOf(send(early))).toEqual(['sentOn'])
    await send({ recipient: 'person', channel: 'by_hand' })
    expect(await setting.openTasks(patientId, 'send_treatment_summary')).toHaveLength(1)
    await send({ recipientName: 'A surgery' })
    expect(await setting.openTasks(patientId, 'send_treatment_summary')).toEqual([])
    const sent = await summaryNow(clinician, shownSummary(summary))
    expect(sent.versions[0]?.deliveries).toMatchObject([
      { recipient: 'person', to: null, channel: 'by_hand' },
      { recipient: 'practice', to: 'A surgery', channel: 'post', teamId: null },
    ])
  })

  it('in the service goes to the practice found since, once, with what it is asked', async () => {
    const { clinician, practice, patient } = setting
    const patientId = await patient({ practice: false })
    const { summary } = await signedSummary(clinician, patientId)
    expect(await setting.openTasks(patientId, 'answer_summary_request')).toEqual([])
    await registeredWith(clinician, patientId, practice)
    const wanted = { patientId, summaryId: summary.id, ...way, channel: 'in_service' as const }
    await sendTreatmentSummary(clinician, wanted)
    await sendTreatmentSummary(clinician, wanted)
    const { versions } = await summaryNow(clinician, shownSummary(summary))
    expect(versions[0]?.deliveries).toHaveLength(1)
    const asked = summary.content.sections.requests.items.length
    expect(asked).toBeGreaterThan(0)
    expect(await setting.openTasks(patientId, 'answer_summary_request')).toHaveLength(asked)
  })
})

describe('what a summary asks', () => {
  it('is asked on signing, kept by an amendment, and withdrawn where it drops it', async () => {
    const { clinician, patient, database } = setting
    const patientId = await patient()
    const { summary } = await signedSummary(clinician, patientId)
    const before = await setting.openTasks(patientId, 'answer_summary_request')
    const open = await amendedSummary(clinician, summary)
    const [dropped, ...kept] = open.content.sections.requests.items
    await changeSummarySection(clinician, {
      ...shownSummary(open),
      section: 'requests',
      input: { fields: {}, items: kept.map(({ id, values }) => ({ id, isLeftOut: false, values })) },
    })
    await signTreatmentSummary(clinician, shownSummary(await summaryNow(clinician, shownSummary(open))))
    const after = await setting.openTasks(patientId, 'answer_summary_request')
    expect(after).toHaveLength(before.length - 1)
    const { rows } = await database.superuser.query(
      `select request.code, event.note from practice_request_event as event
       join practice_request as request on request.id = event.request_id
       where event.kind = 'withdrawn' and request.patient_id = $1`,
      [patientId],
    )
    expect(rows).toEqual([{ code: dropped?.id, note: 'The telephone number has changed' }])
  })
})
