import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endCare } from '@/lib/care-teams/end-care'
import { beginCare } from '@/lib/care-teams/begin-care'
import { changeDiagnosis } from '@/lib/diagnoses/change-diagnosis'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { endTreatmentPhase } from '@/lib/diagnoses/end-treatment-phase'
import { listDiagnoses, listTreatments } from '@/lib/diagnoses/queries'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { voidTreatment } from '@/lib/diagnoses/void-treatment'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { followTask } from '@/lib/tasks/follow-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { NotFound } from '@/lib/platform/errors'
import { getSummaryStart } from '@/lib/treatment-summaries/queries'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import {
  begunPhase,
  NOTHING_MORE_OF_A_DIAGNOSIS,
  NOTHING_MORE_OF_A_TREATMENT,
  recordedDiagnosis,
  recordedTreatment,
} from '@/tests/factories/diagnoses'
import {
  amendedSummary,
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

const ago = (days: number) => addDays(today(), -days)
const owed = async (patientId: string) =>
  (await setting.openTasks(patientId, 'prepare_treatment_summary')).map(
    ({ subject_id, due_on, team_id, detail }) => ({ subject_id, due_on, team_id, detail }),
  )

async function inPhase() {
  const { clinician, patient } = setting
  const patientId = await patient()
  const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: ago(90) })
  const phaseId = await begunPhase(clinician, patientId, { diagnosisId, startedOn: ago(80) })
  const end = (endedOn: string, version = 1) =>
    endTreatmentPhase(clinician, { patientId, phaseId, version, endedOn })
  return { patientId, diagnosisId, phaseId, end, owes: (endedOn: string) => summaryOf(diagnosisId, endedOn) }
}
const summaryOf = (subject_id: string, endedOn: string) => [
  { subject_id, due_on: addDays(endedOn, 42), team_id: setting.breast, detail: null },
]

describe('the end of a phase of treatment', () => {
  it('owes a summary six weeks after, moves with it, and starts there', async () => {
    const { patientId, end, owes } = await inPhase()
    await end(ago(20))
    expect(await owed(patientId)).toEqual(owes(ago(20)))
    await end(ago(15), 2)
    expect(await owed(patientId)).toEqual(owes(ago(15)))
    expect(await getSummaryStart(setting.clinician, patientId)).toMatchObject([{ lastEnd: ago(15) }])
  })

  it('stays with the team and the person that had it, whoever moves it', async () => {
    const { clinician, supportWorker, urologist, urology, breast } = setting
    const { patientId, end, phaseId } = await inPhase()
    const held = async () =>
      (await setting.openTasks(patientId, 'prepare_treatment_summary')).map(({ team_id, owner_staff_id }) => [
        team_id,
        owner_staff_id,
      ])
    await end(ago(20))
    const { rows } = await setting.database.superuser.query<{ id: string; version: number }>(
      "select id, version from task where patient_id = $1 and kind = 'prepare_treatment_summary'",
      [patientId],
    )
    const taken = { taskId: rows[0]?.id ?? '', version: rows[0]?.version ?? 0 }
    await reassignTask(clinician, { ...taken, owner: supportWorker.staffId }, followTask)
    await end(ago(18), 2)
    expect(await held()).toEqual([[breast, supportWorker.staffId]])
    await beginCare(clinician, { patientId, teamId: urology })
    await endTreatmentPhase(urologist, { patientId, phaseId, version: 3, endedOn: ago(15) })
    expect((await held()).map(([team]) => team)).toEqual([breast])
  })

  it('doubles nothing that its treatments owe, and keeps it when they are voided', async () => {
    const { clinician } = setting
    const { patientId, diagnosisId, phaseId, end, owes } = await inPhase()
    const treatmentId = await recordedTreatment(clinician, patientId, {
      diagnosisId,
      phaseId,
      startedOn: ago(70),
      endedOn: ago(30),
    })
    expect(await owed(patientId)).toEqual(owes(ago(30)))
    await end(ago(20))
    expect(await owed(patientId)).toEqual(owes(ago(20)))
    await voidTreatment(clinician, { patientId, treatmentId, version: 1, reason: 'Another person’s' })
    expect(await owed(patientId)).toEqual(owes(ago(20)))
  })

  it('owes none where what is in it is summed up already', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId, diagnosisId } = summary
    const [treatment] = await asActor(clinician, (tx) => listTreatments(tx, patientId))
    const startedOn = treatment?.startedOn ?? ''
    const phaseId = await begunPhase(clinician, patientId, { diagnosisId, startedOn })
    await changeTreatment(clinician, {
      ...NOTHING_MORE_OF_A_TREATMENT,
      patientId,
      treatmentId: treatment?.id ?? '',
      version: 1,
      diagnosisId,
      phaseId,
      modality: '01',
      startedOn,
      endedOn: summary.phaseEndedOn,
    })
    await endTreatmentPhase(clinician, { patientId, phaseId, version: 1, endedOn: ago(1) })
    expect(await owed(patientId)).toEqual([])
  })
})

describe('signing', () => {
  it('leaves owed what ended after the phase that it sums up', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId, diagnosisId } = summary
    await recordedTreatment(clinician, patientId, { diagnosisId, startedOn: ago(30), endedOn: ago(10) })
    const after = await owed(patientId)
    expect(after).toEqual(summaryOf(diagnosisId, ago(10)))
    const open = await amendedSummary(clinician, summary)
    await signTreatmentSummary(clinician, shownSummary(open))
    expect(await owed(patientId)).toEqual(after)
  })
})

const voided = async (patientId: string, diagnosisId: string) => {
  const { clinician } = setting
  for (const { id, version } of await asActor(clinician, (tx) => listTreatments(tx, patientId)))
    await voidTreatment(clinician, { patientId, treatmentId: id, version, reason: 'Another person’s' })
  const [diagnosis] = await asActor(clinician, (tx) => listDiagnoses(tx, patientId))
  await voidDiagnosis(clinician, {
    patientId,
    diagnosisId,
    version: diagnosis?.version ?? 1,
    reason: 'Another person’s',
  })
}
const amendment = (subject_id: string, why: string) => [
  {
    subject_id,
    due_on: addDays(today(), 7),
    team_id: setting.breast,
    detail: `Amend what is signed: the diagnosis was ${why}`,
  },
]

describe('a diagnosis recorded in error', () => {
  it('takes its unsigned draft with it, and nothing is owed for it', async () => {
    const { clinician } = setting
    const draft = await draftedSummary(clinician, await setting.patient())
    await voided(draft.patientId, draft.diagnosisId)
    await expect(summaryNow(clinician, shownSummary(draft))).rejects.toThrow(NotFound)
    expect(await owed(draft.patientId)).toEqual([])
    expect(await setting.events(draft.patientId)).toContain('treatment_summary.discarded')
  })

  it('makes the team owe an amendment of what is signed, once; signing it is that', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId, diagnosisId } = summary
    await voided(patientId, diagnosisId)
    expect(await owed(patientId)).toEqual(amendment(diagnosisId, 'recorded in error'))
    const open = await amendedSummary(clinician, await summaryNow(clinician, shownSummary(summary)))
    expect(await owed(patientId)).toEqual(amendment(diagnosisId, 'recorded in error'))
    await signTreatmentSummary(clinician, shownSummary(open))
    expect(await owed(patientId)).toEqual([])
  })

  it('keeps an amendment that is being written: that is how it is put right', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const open = await amendedSummary(clinician, summary)
    await voided(summary.patientId, summary.diagnosisId)
    expect(await summaryNow(clinician, shownSummary(open))).toMatchObject({ isDraft: true })
    expect(await owed(summary.patientId)).toEqual(amendment(summary.diagnosisId, 'recorded in error'))
  })

  it('no longer sums up a treatment of no diagnosis', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId, diagnosisId } = summary
    const loose = await recordedTreatment(clinician, patientId, {
      startedOn: '2026-03-01',
      endedOn: '2026-03-04',
    })
    expect(await owed(patientId)).toEqual([])
    const [own] = (await asActor(clinician, (tx) => listTreatments(tx, patientId))).filter(
      ({ id }) => id !== loose,
    )
    await voidTreatment(clinician, { patientId, treatmentId: own?.id ?? '', version: 1, reason: 'Wrong' })
    await voidDiagnosis(clinician, { patientId, diagnosisId, version: 1, reason: 'Wrong' })
    expect(await owed(patientId)).toEqual([
      ...summaryOf(loose, '2026-03-04'),
      ...amendment(diagnosisId, 'recorded in error'),
    ])
  })

  it('owes nothing about somebody who has died', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId, diagnosisId } = summary
    await recordDeath(clinician, { patientId, version: 1, diedOn: today(), isChecked: true })
    await recordedTreatment(clinician, patientId, { diagnosisId, startedOn: ago(30), endedOn: ago(10) })
    await voided(patientId, diagnosisId)
    expect(await owed(patientId)).toEqual([])
  })
})

describe('a diagnosis that is changed after signing', () => {
  const change = async (patientId: string, diagnosisId: string, changed: object) => {
    const { clinician } = setting
    const [told] = await asActor(clinician, (tx) => listDiagnoses(tx, patientId))
    if (!told) throw new Error('no diagnosis')
    const { version, diagnosedOn, icd10Code } = told
    const before = { ...NOTHING_MORE_OF_A_DIAGNOSIS, icd10Code, laterality: 'L' as const, diagnosedOn }
    await changeDiagnosis(clinician, { ...before, patientId, diagnosisId, version, ...changed })
  }

  it.each([
    ['another side', { laterality: 'R' }],
    ['another code', { icd10Code: 'D05.1' }],
  ])('to %s: the team owes an amendment', async (_, changed) => {
    const { summary } = await signedSummary(setting.clinician, await setting.patient())
    await change(summary.patientId, summary.diagnosisId, changed)
    expect(await owed(summary.patientId)).toEqual(amendment(summary.diagnosisId, 'changed since'))
  })

  it('in its stage: nothing is owed', async () => {
    const { summary } = await signedSummary(setting.clinician, await setting.patient())
    await change(summary.patientId, summary.diagnosisId, { stageInWords: 'Early' })
    expect(await owed(summary.patientId)).toEqual([])
  })
})

describe('the end of a team’s care', () => {
  it('discards what it had not signed, and leaves what it signed as signed', async () => {
    const { clinician, urologist, urology, breast } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const { patientId } = summary
    const draft = await draftedSummary(clinician, patientId, {
      diagnosedOn: '2026-02-03',
      endedOn: '2026-03-06',
    })
    await amendedSummary(clinician, summary)
    await beginCare(clinician, { patientId, teamId: urology })
    await endCare(clinician, { patientId, teamId: breast, reason: 'Moved on', openTasks: urology })
    await expect(summaryNow(urologist, shownSummary(draft))).rejects.toThrow(NotFound)
    expect(await summaryNow(urologist, shownSummary(summary))).toMatchObject({
      isDraft: false,
      content: summary.content,
    })
    expect((await owed(patientId)).map(({ team_id }) => team_id)).toEqual([urology, urology])
  })
})
