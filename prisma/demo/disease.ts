import { asActor } from '@/lib/access/as-actor'
import { beginTreatmentPhase } from '@/lib/diagnoses/begin-treatment-phase'
import { changeDiagnosis } from '@/lib/diagnoses/change-diagnosis'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { endTreatmentPhase } from '@/lib/diagnoses/end-treatment-phase'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { recordPerformanceStatus } from '@/lib/diagnoses/record-performance-status'
import { changeDiagnosisSchema, recordDiagnosisSchema } from '@/lib/diagnoses/schema'
import { partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'
import { LIST_EVERY_DAYS } from './arrivals'
import type { Scene } from './scene'

type Stage = readonly [t: string, n: string, m: string, group: string, grade: string, inWords: string]

/** A stage that suits each code of the demo data, as the form would hold it. */
const USUAL_STAGES: Readonly<Record<string, Stage>> = {
  'C50.2': ['pT1c', 'pN0', 'cM0', 'IA', 'G1', 'Early breast cancer'],
  'C50.4': ['pT1c', 'pN0', 'cM0', 'IA', 'G2', 'Early breast cancer'],
  'C50.8': ['pT2', 'pN0', 'cM0', 'IIA', 'G2', 'Early breast cancer'],
  'C50.9': ['pT2', 'pN1', 'cM0', 'IIB', 'G3', 'Early breast cancer, spread to nodes in the armpit'],
  'D05.1': ['pTis', 'cN0', 'cM0', '0', 'G3', 'In situ'],
  C61: ['pT2', 'pN0', 'cM0', 'II', 'GG2', 'Within the prostate'],
  C64: ['pT1b', 'cN0', 'cM0', 'I', 'G2', 'Within the kidney'],
  'C67.2': ['pTa', 'cN0', 'cM0', '0a', 'G2', 'Not grown into the muscle'],
  'C18.2': ['pT3', 'pN0', 'cM0', 'IIA', 'G2', 'Through the bowel wall, not spread'],
  'C18.7': ['pT3', 'pN1a', 'cM0', 'IIIB', 'G2', 'Spread to nearby nodes'],
  C20: ['cT3', 'cN1', 'cM0', 'IIIB', 'G2', 'Locally advanced'],
}

/** The stage is known by the time the person comes. */
export async function isStaged(scene: Scene, diagnosedDaysAgo: number): Promise<void> {
  const { patientId, clinician } = scene
  const stage = USUAL_STAGES[scene.course.icd10Code]
  if (!stage) return
  const { id, version } = await firstDiagnosis(scene)
  const [tCategory, nCategory, mCategory, stageGroup, grade, stageInWords] = stage
  const codes = { tCategory, nCategory, mCategory, stageGroup, grade, tnmEdition: '8', basisOfDiagnosis: '7' }
  const { icd10Code, laterality, diagnosedOn } = scene.course
  const known = { icd10Code, laterality, diagnosedOn: typed(diagnosedOn), stageInWords }
  const input = changeDiagnosisSchema.parse({ patientId, diagnosisId: id, version, ...known, ...codes })
  await scene.on(diagnosedDaysAgo - (diagnosedDaysAgo % LIST_EVERY_DAYS), () =>
    changeDiagnosis(clinician, input),
  )
}

/** The cancer has come back, found so many days ago. */
export async function recurs(scene: Scene, daysAgo: number, stageInWords: string): Promise<void> {
  const { patientId, clinician, course } = scene
  const primary = await firstDiagnosis(scene)
  const told = { kind: 'recurrence', primaryDiagnosisId: primary.id, basisOfDiagnosis: '4', stageInWords }
  const { icd10Code, laterality } = course
  const when = typed(scene.day(daysAgo))
  const input = recordDiagnosisSchema.parse({
    ...told,
    patientId,
    icd10Code,
    laterality,
    diagnosedOn: { ...when, day: '' },
  })
  await scene.on(daysAgo, () => recordDiagnosis(clinician, input))
}

export type Phase = { id: string; diagnosisId: string }

/** A phase of treatment begins, to which what is `treated` then can belong. */
export async function beginsPhase(scene: Scene, daysAgo: number, name: string): Promise<Phase> {
  const { patientId, clinician } = scene
  const { id: diagnosisId } = await firstDiagnosis(scene)
  const begun = { patientId, diagnosisId, name, startedOn: scene.day(daysAgo) }
  const { phaseId } = await scene.on(daysAgo, () => beginTreatmentPhase(clinician, begun))
  return { id: phaseId, diagnosisId }
}

/** The phase ends, once its treatments have. */
export async function endsPhase(scene: Scene, daysAgo: number, { id }: Phase): Promise<void> {
  const { patientId, clinician } = scene
  const ended = { patientId, phaseId: id, version: 1, endedOn: scene.day(daysAgo) }
  await scene.on(daysAgo, () => endTreatmentPhase(clinician, ended))
}

/** How well the person was, WHO (ECOG) 0 to 4. */
export async function isAsWellAs(
  scene: Scene,
  daysAgo: number,
  grade: '0' | '1' | '2' | '3' | '4',
): Promise<void> {
  const { patientId, clinician } = scene
  const told = { patientId, grade, assessedOn: scene.day(daysAgo) }
  await scene.on(daysAgo, () => recordPerformanceStatus(clinician, told))
}

async function firstDiagnosis({ patientId, clinician }: Scene): Promise<Diagnosis> {
  const [first] = await asActor(clinician, (tx) => listDiagnoses(tx, patientId))
  if (!first) throw new Error('demo data: nothing is diagnosed')
  return first
}

function typed(date: CalendarDate): Record<'day' | 'month' | 'year', string> {
  const { day, month, year } = partsOf(date)
  return { day: String(day), month: String(month), year: String(year) }
}
