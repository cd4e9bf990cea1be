import { DateInput } from '@/components/nhs/date-input'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import type { Diagnosis, Treatment } from '@/lib/diagnoses/diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { FREE_TEXT_LIMIT } from '@/lib/nhs/free-text'

type Props = { diagnoses: readonly Diagnosis[]; treatment?: Treatment }

/** What a treatment was, of what, and from when to when. */
export function TreatmentFields({ diagnoses, treatment }: Props) {
  return (
    <>
      <Select
        name="modality"
        label="Treatment"
        value={treatment?.modality}
        options={[{ value: '', label: 'Select the kind of treatment' }, ...optionsOf(TREATMENT_MODALITIES)]}
      />
      <Select
        name="intent"
        label="Intent"
        value={treatment?.intent}
        options={[{ value: '', label: 'Not recorded' }, ...optionsOf(TREATMENT_INTENTS)]}
      />
      <Select
        name="diagnosisId"
        label="Of which diagnosis?"
        value={treatment ? treatment.diagnosisId : onlyOne(diagnoses)}
        options={[
          { value: '', label: 'None in particular' },
          ...diagnoses.map((diagnosis) => ({
            value: diagnosis.id,
            label: `${diagnosisName(diagnosis)}, ${formatDateForStaff(diagnosis.diagnosedOn)}`,
          })),
        ]}
      />
      <DateInput
        name="startedOn"
        label="When did it start?"
        hint="For example, 15 3 2026"
        value={treatment?.startedOn}
      />
      <DateInput
        name="endedOn"
        label="When did it end?"
        hint="Leave empty while it goes on. After the end an assessment of needs is due to be offered"
        value={treatment?.endedOn}
      />
      <TextArea name="note" label="Note" rows={3} limit={FREE_TEXT_LIMIT} value={treatment?.note} />
    </>
  )
}

function optionsOf<Code extends string>(list: {
  codes: readonly Code[]
  label: (code: Code) => string
}): { value: string; label: string }[] {
  return list.codes.map((code) => ({ value: code, label: list.label(code) }))
}

function onlyOne(diagnoses: readonly Diagnosis[]): string | null {
  const [first, second] = diagnoses
  return first && !second ? first.id : null
}
