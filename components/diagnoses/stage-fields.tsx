import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { REFERENCE_EDITION, TNM_EDITIONS } from '@/lib/diagnoses/stage-rules'
import { BASES_OF_DIAGNOSIS } from '@/lib/nhs/code-lists/basis-of-diagnosis'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'
import { optionsOf, withNone } from './code-options'
import { FoldedFields } from './folded-fields'

/** The edition that the form stands at is no entry: it counts only beside a category. */
const NAMES = ['basisOfDiagnosis', 'grade', 'tCategory', 'nCategory', 'mCategory', 'stageGroup']

const CATEGORIES = [
  { name: 'tCategory', label: 'T', hint: 'For example, pT2 or cT1b' },
  { name: 'nCategory', label: 'N', hint: 'For example, pN1 or cN0' },
  { name: 'mCategory', label: 'M', hint: 'For example, cM0' },
] as const

/** How the diagnosis was made, and how far the cancer has gone, in codes. */
export function StageFields({ diagnosis }: { diagnosis?: Diagnosis }) {
  return (
    <FoldedFields
      summary="Basis, grade and stage in codes"
      names={NAMES}
      open={diagnosis !== undefined && NAMES.some((name) => diagnosis[name as keyof Diagnosis] !== null)}
    >
      <Select
        name="basisOfDiagnosis"
        label="What is the diagnosis based on?"
        value={diagnosis?.basisOfDiagnosis}
        options={withNone('Not recorded', optionsOf(BASES_OF_DIAGNOSIS))}
      />
      <Select
        name="grade"
        label="Grade"
        value={diagnosis?.grade}
        options={withNone('Not recorded', optionsOf(TUMOUR_GRADES))}
      />
      {CATEGORIES.map((category) => (
        <TextInput
          key={category.name}
          {...category}
          value={diagnosis?.[category.name]}
          width={5}
          code
          spellCheck={false}
          autoComplete="off"
        />
      ))}
      <Select
        name="tnmEdition"
        label="Edition of TNM"
        value={diagnosis?.tnmEdition ?? REFERENCE_EDITION}
        options={TNM_EDITIONS.map((edition) => ({ value: edition, label: `TNM ${edition}` }))}
      />
      <TextInput
        name="stageGroup"
        label="Stage group"
        hint="For example, IIA. FIGO stage for gynaecological cancers, Ann Arbor for lymphoma"
        value={diagnosis?.stageGroup}
        width={5}
        code
        spellCheck={false}
        autoComplete="off"
      />
    </FoldedFields>
  )
}
