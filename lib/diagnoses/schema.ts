import { z } from 'zod'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { parseDiagnosisCode } from '@/lib/nhs/diagnosis-code'
import { today } from '@/lib/platform/clock'
import {
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'

const past = { notAfter: today }
const reason = requiredText('Reason', 'Enter what was wrong')

const diagnosisCodeField = z
  .string()
  .default('')
  .transform((typed, context) => {
    const parsed = parseDiagnosisCode(typed)
    if (parsed.ok) return parsed.value
    context.addIssue({
      code: 'custom',
      message:
        parsed.fault === 'missing'
          ? 'Enter the ICD-10 code'
          : 'ICD-10 code must be one of a cancer, for example C50.9 or D05',
    })
    return z.NEVER
  })

/** One of a list of codes, or nothing picked. */
function optionalCode<const Code extends string>(codes: readonly Code[], required: string) {
  return z
    .union([z.literal(''), z.enum(codes)], { error: required })
    .default('')
    .transform((picked) => (picked === '' ? null : picked))
}

export const recordDiagnosisSchema = z.object({
  patientId: idField,
  icd10Code: diagnosisCodeField,
  laterality: z.enum(LATERALITIES.codes, { error: 'Select which side' }),
  diagnosedOn: dateField('Date of diagnosis', past),
  stageInWords: lineField('Stage'),
})

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
  diagnosisId: z
    .union([z.literal(''), z.uuid({ error: 'Select a diagnosis' })])
    .default('')
    .transform((picked) => (picked === '' ? null : picked)),
  startedOn: dateField('Start of treatment', past),
  endedOn: optionalDateField('End of treatment', past),
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
