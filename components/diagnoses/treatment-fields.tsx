import { DateInput } from '@/components/nhs/date-input'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { Diagnosis, Treatment, TreatmentPhase } from '@/lib/diagnoses/diagnosis'
import { daysInWords } from '@/lib/diagnoses/labels'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TREATMENT_OUTCOMES } from '@/lib/nhs/code-lists/treatment-outcome'
import { FREE_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { optionsOf, withNone } from './code-options'
import { diagnosisOption } from './diagnosis-option'

type Props = {
  diagnoses: readonly Diagnosis[]
  phases: readonly TreatmentPhase[]
  treatment?: Treatment
}

/** What a treatment was, of what, and from when to when. */
export function TreatmentFields({ diagnoses, phases, treatment }: Props) {
  return (
    <>
      <Select
        name="modality"
        label="Treatment"
        value={treatment?.modality}
        options={withNone('Select the kind of treatment', optionsOf(TREATMENT_MODALITIES))}
      />
      <Select
        name="intent"
        label="Intent"
        value={treatment?.intent}
        options={withNone('Not recorded', optionsOf(TREATMENT_INTENTS))}
      />
      <Select
        name="diagnosisId"
        label="Of which diagnosis?"
        value={treatment ? treatment.diagnosisId : onlyOne(diagnoses)}
        options={withNone('None in particular', diagnoses.map(diagnosisOption))}
      />
      {phases.length > 0 ? (
        <Select
          name="phaseId"
          label="In which phase of treatment?"
          value={treatment?.phaseId}
          options={withNone('In none', phases.map(phaseOption))}
        />
      ) : null}
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
      <Select
        name="outcome"
        label="How did it end?"
        value={treatment?.outcome}
        options={withNone('Not recorded, or it goes on', optionsOf(TREATMENT_OUTCOMES))}
      />
      <TextInput
        name="givenBy"
        label="Who gave it?"
        hint="The hospital or service, where it is another than your own"
        value={treatment?.givenBy}
      />
      <TextArea name="note" label="Note" rows={3} limit={FREE_TEXT_LIMIT} value={treatment?.note} />
    </>
  )
}

function phaseOption(phase: TreatmentPhase) {
  return { value: phase.id, label: `${phase.name}, ${daysInWords(phase)}` }
}

function onlyOne(diagnoses: readonly Diagnosis[]): string | null {
  const [first, second] = diagnoses
  return first && !second ? first.id : null
}
