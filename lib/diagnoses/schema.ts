import { z } from 'zod'
import { BASES_OF_DIAGNOSIS } from '@/lib/nhs/code-lists/basis-of-diagnosis'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TREATMENT_OUTCOMES } from '@/lib/nhs/code-lists/treatment-outcome'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'
import { today } from '@/lib/platform/clock'
import {
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredLine,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'
import { DiagnosisKind } from '@/lib/platform/prisma-client/enums'
import {
  diagnosisCodeField,
  optionalCode,
  optionalId,
  periodField,
  stageGroupField,
  tnmField,
} from './diagnosis-fields'
import { ASSESSED_PERFORMANCE_STATUSES } from './labels'
import { TNM_EDITIONS } from './stage-rules'

const past = { notAfter: today }
const reason = requiredText('Reason', 'Enter what was wrong')

const diagnosisFields = {
  kind: z.enum(DiagnosisKind, { error: 'Select what kind of diagnosis it is' }).default('primary'),
  primaryDiagnosisId: optionalId('Select a diagnosis'),
  icd10Code: diagnosisCodeField,
  laterality: z.enum(LATERALITIES.codes, { error: 'Select which side' }),
  diagnosedOn: periodField('Date of diagnosis', today),
  basisOfDiagnosis: optionalCode(BASES_OF_DIAGNOSIS.codes, 'Select the basis of the diagnosis'),
  grade: optionalCode(TUMOUR_GRADES.codes, 'Select the grade'),
  tCategory: tnmField('T', 'pT2'),
  nCategory: tnmField('N', 'pN1'),
  mCategory: tnmField('M', 'cM0'),
  tnmEdition: optionalCode(TNM_EDITIONS, 'Select the edition of TNM'),
  stageGroup: stageGroupField,
  stageInWords: lineField('Stage in words'),
}

/** A primary is of no other; the day, and how exactly it is known, stand apart; an edition alone says nothing. */
function asTold<Fields extends z.output<z.ZodObject<typeof diagnosisFields>>>({
  diagnosedOn,
  ...rest
}: Fields) {
  const primaryDiagnosisId = rest.kind === 'primary' ? null : rest.primaryDiagnosisId
  const isStaged = [rest.tCategory, rest.nCategory, rest.mCategory, rest.stageGroup].some(Boolean)
  const tnmEdition = isStaged ? rest.tnmEdition : null
  const period = { diagnosedOn: diagnosedOn.on, diagnosedOnPrecision: diagnosedOn.precision }
  return { ...rest, ...period, primaryDiagnosisId, tnmEdition }
}

export const recordDiagnosisSchema = z.object({ patientId: idField, ...diagnosisFields }).transform(asTold)

export const changeDiagnosisSchema = z
  .object({ patientId: idField, diagnosisId: idField, version: versionField, ...diagnosisFields })
  .transform(asTold)

export const voidDiagnosisSchema = z.object({
  patientId: idField,
  diagnosisId: idField,
  version: versionField,
  reason,
})

const treatmentFields = {
  modality: z.enum(TREATMENT_MODALITIES.codes, { error: 'Select the kind of treatment' }),
  intent: optionalCode(TREATMENT_INTENTS.codes, 'Select the intent'),
  /** Empty: of none in particular. */
  diagnosisId: optionalId('Select a diagnosis'),
  /** Empty: in no phase. */
  phaseId: optionalId('Select a phase'),
  startedOn: dateField('Start of treatment', past),
  endedOn: optionalDateField('End of treatment', past),
  outcome: optionalCode(TREATMENT_OUTCOMES.codes, 'Select how it ended'),
  givenBy: lineField('Who gave it'),
  note: textField('Note'),
}

export const recordTreatmentSchema = z.object({ patientId: idField, ...treatmentFields })

export const changeTreatmentSchema = z.object({
  patientId: idField,
  treatmentId: idField,
  version: versionField,
  ...treatmentFields,
})

export const voidTreatmentSchema = z.object({
  patientId: idField,
  treatmentId: idField,
  version: versionField,
  reason,
})

export const beginTreatmentPhaseSchema = z.object({
  patientId: idField,
  diagnosisId: z.uuid({ error: 'Select the diagnosis that is treated' }),
  name: requiredLine('Name', 'Enter what the phase is called'),
  startedOn: dateField('Start of phase', past),
})

export const endTreatmentPhaseSchema = z.object({
  patientId: idField,
  phaseId: idField,
  version: versionField,
  endedOn: dateField('End of phase', past),
})

export const recordPerformanceStatusSchema = z.object({
  patientId: idField,
  grade: z.enum(ASSESSED_PERFORMANCE_STATUSES, { error: 'Select the performance status' }),
  assessedOn: dateField('Date of assessment', past),
})

export const voidPerformanceStatusSchema = z.object({
  patientId: idField,
  performanceStatusId: idField,
  reason,
})
