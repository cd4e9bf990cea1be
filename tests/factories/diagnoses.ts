import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { beginTreatmentPhase } from '@/lib/diagnoses/begin-treatment-phase'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { recordTreatment } from '@/lib/diagnoses/record-treatment'
import type { recordDiagnosisSchema, recordTreatmentSchema } from '@/lib/diagnoses/schema'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

type DiagnosisInput = z.output<typeof recordDiagnosisSchema>
type TreatmentInput = z.output<typeof recordTreatmentSchema>

/** What the form of a diagnosis says where only the rest was filled in. */
export const NOTHING_MORE_OF_A_DIAGNOSIS = {
  kind: 'primary',
  primaryDiagnosisId: null,
  diagnosedOnPrecision: 'day',
  basisOfDiagnosis: null,
  grade: null,
  tCategory: null,
  nCategory: null,
  mCategory: null,
  tnmEdition: null,
  stageGroup: null,
  stageInWords: null,
} as const satisfies Partial<DiagnosisInput>

/** What the form of a treatment says where only the rest was filled in. */
export const NOTHING_MORE_OF_A_TREATMENT = {
  intent: null,
  diagnosisId: null,
  phaseId: null,
  endedOn: null,
  outcome: null,
  givenBy: null,
  note: null,
} as const satisfies Partial<TreatmentInput>

export type DiagnosisPlan = Partial<Omit<DiagnosisInput, 'patientId'>> & { diagnosedOn: CalendarDate }

/**
 * A diagnosis, recorded as the form does; without a plan, of the left breast.
 *
 * @param actor a clinician of a team that has the patient in care
 * @returns the diagnosis's id
 */
export async function recordedDiagnosis(
  actor: Actor,
  patientId: string,
  plan: DiagnosisPlan,
): Promise<string> {
  const usual = { ...NOTHING_MORE_OF_A_DIAGNOSIS, icd10Code: 'C50.9', laterality: 'L' as const }
  const { diagnosisId } = await recordDiagnosis(actor, { ...usual, ...plan, patientId })
  return diagnosisId
}

/** Without an end, the treatment goes on. */
export type TreatmentPlan = Partial<Omit<TreatmentInput, 'patientId'>> & { startedOn: CalendarDate }

/**
 * A treatment, recorded as the form does; without a plan, surgery to cure.
 *
 * @param actor a clinician of a team that has the patient in care
 * @returns the treatment's id
 */
export async function recordedTreatment(
  actor: Actor,
  patientId: string,
  plan: TreatmentPlan,
): Promise<string> {
  const usual = { ...NOTHING_MORE_OF_A_TREATMENT, modality: '01' as const, intent: '01' as const }
  const { treatmentId } = await recordTreatment(actor, { ...usual, ...plan, patientId })
  return treatmentId
}

/** A phase of treatment, begun as the form does. @returns its id */
export async function begunPhase(
  actor: Actor,
  patientId: string,
  plan: { diagnosisId: string; startedOn: CalendarDate; name?: string },
): Promise<string> {
  const { phaseId } = await beginTreatmentPhase(actor, { name: 'First treatment', ...plan, patientId })
  return phaseId
}
