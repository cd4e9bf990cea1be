import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { DIAGNOSIS_KIND_LABELS } from '@/lib/diagnoses/labels'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { DiagnosisKind } from '@/lib/platform/prisma-client/enums'
import { optionsOf, withNone } from './code-options'
import { diagnosisOption } from './diagnosis-option'
import { StageFields } from './stage-fields'

type Props = {
  /** What it can be a recurrence or progression of. */
  primaries: readonly Diagnosis[]
  diagnosis?: Diagnosis
}

/** What cancer it is, since when, and how far it has gone. */
export function DiagnosisFields({ primaries, diagnosis }: Props) {
  return (
    <>
      {primaries.length > 0 || (diagnosis && diagnosis.kind !== 'primary') ? (
        <KindFields primaries={primaries} diagnosis={diagnosis} />
      ) : null}
      <TextInput
        name="icd10Code"
        label="ICD-10 code"
        hint="For example, C50.9 for breast or C61 for prostate"
        value={diagnosis?.icd10Code}
        width={5}
        code
        spellCheck={false}
        autoComplete="off"
      />
      <Radios
        name="laterality"
        label="Which side?"
        value={diagnosis?.laterality}
        items={optionsOf(LATERALITIES)}
      />
      <DateInput
        name="diagnosedOn"
        label="Date of diagnosis"
        hint="For example, 15 3 2026. If the day is not known, leave it empty; if the month is not, leave both"
        value={diagnosis && typedDate(diagnosis)}
      />
      <TextInput
        name="stageInWords"
        label="Stage, in words"
        hint="As the team says it, for example early breast cancer. Leave empty if it is not known yet"
        value={diagnosis?.stageInWords}
      />
      <StageFields diagnosis={diagnosis} />
    </>
  )
}

function KindFields({ primaries, diagnosis }: Props) {
  return (
    <>
      <Radios
        name="kind"
        label="What kind of diagnosis is it?"
        value={diagnosis?.kind ?? DiagnosisKind.primary}
        items={Object.values(DiagnosisKind).map((kind) => ({
          value: kind,
          label: DIAGNOSIS_KIND_LABELS[kind],
        }))}
      />
      <Select
        name="primaryDiagnosisId"
        label="Of which diagnosis?"
        hint="For a recurrence or progression"
        value={diagnosis?.primaryDiagnosisId}
        options={withNone('Select the primary diagnosis', primaries.map(diagnosisOption))}
      />
    </>
  )
}

/** As far as it is known: `2026-03` leaves the box of the day empty. */
function typedDate({ diagnosedOn, diagnosedOnPrecision }: Diagnosis): string {
  return diagnosedOn.slice(0, { day: 10, month: 7, year: 4 }[diagnosedOnPrecision])
}
