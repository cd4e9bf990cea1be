import type { Actor } from '@/lib/access/actor'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { recordTreatment } from '@/lib/diagnoses/record-treatment'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Laterality } from '@/lib/nhs/code-lists/laterality'
import type { TreatmentIntent } from '@/lib/nhs/code-lists/treatment-intent'
import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'

export type DiagnosisPlan = {
  diagnosedOn: CalendarDate
  icd10Code?: string
  laterality?: Laterality
  stageInWords?: string | null
}

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
  const { icd10Code = 'C50.9', laterality = 'L', stageInWords = null, diagnosedOn } = plan
  const told = { patientId, icd10Code, laterality, stageInWords, diagnosedOn }
  const { diagnosisId } = await recordDiagnosis(actor, told)
  return diagnosisId
}

export type TreatmentPlan = {
  startedOn: CalendarDate
  /** Without it, the treatment goes on. */
  endedOn?: CalendarDate | null
  diagnosisId?: string | null
  modality?: TreatmentModality
  intent?: TreatmentIntent | null
  note?: string | null
}

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
  const { endedOn = null, diagnosisId = null, modality = '01', intent = '01', note = null } = plan
  const told = { patientId, modality, intent, diagnosisId, startedOn: plan.startedOn, endedOn, note }
  const { treatmentId } = await recordTreatment(actor, told)
  return treatmentId
}
