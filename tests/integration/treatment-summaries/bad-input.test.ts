import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { endTreatmentPhase } from '@/lib/diagnoses/end-treatment-phase'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { amendTreatmentSummary } from '@/lib/treatment-summaries/amend-treatment-summary'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import {
  begunPhase,
  NOTHING_MORE_OF_A_DIAGNOSIS,
  recordedDiagnosis,
  recordedTreatment,
} from '@/tests/factories/diagnoses'
import {
  amendedSummary,
  changedSection,
  completeSummary,
  draftedSummary,
  shownSummary,
  signedSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import { answerTo, makeRequestSetting, type RequestSetting } from '../practice-requests/setting'

let setting: RequestSetting
let clinician: Actor
beforeAll(async () => {
  setting = await makeRequestSetting()
  clinician = setting.clinician
})
afterAll(() => setting.database.drop())

const ago = (days: number) => addDays(today(), -days)

const TABLES = [
  'diagnosis',
  'treatment',
  'treatment_phase',
  'treatment_summary',
  'treatment_summary_version',
  'treatment_summary_delivery',
  'practice_request',
  'practice_request_event',
  'task',
]

/** All that is stored about a patient's treatment, to the last column. */
async function everything(patientId: string): Promise<unknown> {
  const parts = TABLES.map(
    (table) =>
      `'${table}', (select json_agg(row_to_json(each) order by id) from ${table} as each where patient_id = $1)`,
  )
  const { rows } = await setting.database.superuser.query(
    `select json_build_object(${parts.join(', ')}) as everything`,
    [patientId],
  )
  return rows[0].everything
}

/** What was refused, in the words that its form shows, and nothing was changed by it. */
async function refusal(patientId: string, attempt: () => Promise<unknown>): Promise<string> {
  const before = await everything(patientId)
  const refused: unknown = await attempt().catch((error: unknown) => error)
  expect(await everything(patientId)).toEqual(before)
  if (!(refused instanceof Error)) throw new Error('it was not refused')
  const { errors = [], changedBy = '' } = refused as {
    errors?: { message: string }[]
    changedBy?: string
  }
  return [refused.message, changedBy, ...errors.map(({ message }) => message)].join(' ')
}

describe('impossible days and stages', () => {
  it('of a treatment say which day must be where', async () => {
    const patientId = await setting.patient()
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(60) })
    const treat = (startedOn: string, endedOn: string | null) => () =>
      recordedTreatment(clinician, patientId, { diagnosisId, startedOn, endedOn })
    expect(await refusal(patientId, treat(ago(50), ago(51)))).toContain(
      'End of treatment must be on or after its start',
    )
    expect(await refusal(patientId, treat(ago(61), null))).toMatch(
      /Start of treatment must be on or after .*, when the diagnosis was made/,
    )
  })

  it('of a phase say so too', async () => {
    const patientId = await setting.patient()
    const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(60) })
    const early = () => begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(61) })
    expect(await refusal(patientId, early)).toMatch(/on or after .*, when the diagnosis was made/)
    const phaseId = await begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(50) })
    const end = () => endTreatmentPhase(clinician, { patientId, phaseId, version: 1, endedOn: ago(51) })
    expect(await refusal(patientId, end)).toContain('End of phase must be on or after its start')
  })

  it('of a diagnosis say which stages there are for the site', async () => {
    const patientId = await setting.patient()
    const stage = () =>
      recordDiagnosis(clinician, {
        ...NOTHING_MORE_OF_A_DIAGNOSIS,
        patientId,
        icd10Code: 'C50.9',
        laterality: 'L',
        diagnosedOn: ago(60),
        tCategory: 'pT3b',
        tnmEdition: '8',
      })
    expect(await refusal(patientId, stage)).toContain('TNM 8 has no T3b for C50.9')
  })
})

describe('signing too early or too late', () => {
  it('with something empty says what to enter', async () => {
    const draft = await draftedSummary(clinician, await setting.patient())
    const words = await refusal(draft.patientId, () => signTreatmentSummary(clinician, shownSummary(draft)))
    expect(words).toContain('Enter the consultant in charge')
  })

  it('of a draft that somebody changed since says who', async () => {
    const draft = await completeSummary(clinician, await setting.patient())
    await changedSection(setting.supportWorker, draft, 'plan', { reviewedBy: 'Breast nurses' })
    const words = await refusal(draft.patientId, () => signTreatmentSummary(clinician, shownSummary(draft)))
    expect(words).toContain('Beryl Price')
  })
})

describe('a request that is withdrawn', () => {
  it('is not answered: nothing needs doing', async () => {
    const request = await setting.asked()
    await setting.withdraw(request)
    for (const answer of ['accepted', 'done', 'declined'] as const) {
      const late = () =>
        answerPracticeRequest(setting.gp, answerTo(request, { answer, reason: 'No scanner here' }))
      expect(await refusal(request.patientId, late)).toContain(
        'The hospital team has withdrawn this request. Nothing needs doing',
      )
    }
  })
})

describe('a version that a newer one has replaced', () => {
  async function replaced() {
    const patientId = await setting.patient()
    const { summary: first } = await signedSummary(clinician, patientId)
    const open = await amendedSummary(clinician, first)
    await signTreatmentSummary(clinician, shownSummary(open))
    return { first, now: await summaryNow(clinician, shownSummary(first)) }
  }

  it('is neither signed nor amended', async () => {
    const { first } = await replaced()
    const { patientId } = first
    const amend = () => amendTreatmentSummary(clinician, { ...shownSummary(first), reason: 'A slip' })
    expect(await refusal(patientId, amend)).toContain('Beryl Jones')
    expect(await refusal(patientId, () => signTreatmentSummary(clinician, shownSummary(first)))).toContain(
      'Beryl Jones',
    )
  })

  it('is not recorded as sent in the place of the newer: open it and send that', async () => {
    const { first, now } = await replaced()
    const { patientId, id: summaryId } = first
    const way = { recipient: 'person', recipientName: null, channel: 'by_hand', note: null } as const
    const send = (number: number) =>
      sendTreatmentSummary(clinician, { patientId, summaryId, number, ...way, sentOn: today() })
    expect(await refusal(patientId, () => send(1))).toContain('Version 2 was signed meanwhile')
    await send(2)
    const { versions } = await summaryNow(clinician, shownSummary(now))
    expect(versions.map(({ deliveries }) => deliveries.map(({ recipient }) => recipient))).toEqual([
      ['practice', 'person'],
      ['practice'],
    ])
  })

  it('read by the practice leaves the newer to be read', async () => {
    const { first, now } = await replaced()
    const deliveryOf = ({ versions }: typeof first) => versions[0]?.deliveries[0]?.id ?? ''
    await markSummarySeen(setting.gp, { deliveryId: deliveryOf(first) })
    expect(await setting.openTasks(first.patientId, 'read_treatment_summary')).toMatchObject([
      { subject_id: deliveryOf(now) },
    ])
  })
})
