import { BASES_OF_DIAGNOSIS } from '@/lib/nhs/code-lists/basis-of-diagnosis'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TREATMENT_OUTCOMES } from '@/lib/nhs/code-lists/treatment-outcome'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import type { StaleDifference } from '@/lib/platform/errors'
import { diagnosedIn, type DiagnosisTold, type TreatmentPhase, type TreatmentTold } from './diagnosis'
import { DIAGNOSIS_KIND_LABELS, tnmInWords } from './labels'

/** What other rows are called, by their id; null is "none". */
export type NamesOnRecord = Record<'diagnosis' | 'phase', (id: string | null) => string>

type Fields<Told> = readonly [label: string, words: (told: Told) => string][]

const orNothing = (words: string | null) => words ?? 'nothing'

/** In which of its fields a diagnosis differs from another telling of it, in words. */
export function diagnosisDifferences(
  theirs: DiagnosisTold,
  yours: DiagnosisTold,
  named: NamesOnRecord,
): StaleDifference[] {
  const fields: Fields<DiagnosisTold> = [
    ['Kind', ({ kind }) => DIAGNOSIS_KIND_LABELS[kind]],
    ['Of', ({ primaryDiagnosisId }) => named.diagnosis(primaryDiagnosisId)],
    ['ICD-10 code', ({ icd10Code }) => icd10Code],
    ['Side', ({ laterality }) => LATERALITIES.label(laterality)],
    ['Date of diagnosis', (told) => formatPeriodForStaff(diagnosedIn(told))],
    ['Basis', ({ basisOfDiagnosis }) => BASES_OF_DIAGNOSIS.label(basisOfDiagnosis)],
    ['Grade', ({ grade }) => TUMOUR_GRADES.label(grade)],
    ['TNM', (told) => orNothing(tnmInWords(told))],
    ['Stage group', ({ stageGroup }) => orNothing(stageGroup)],
    ['Stage in words', ({ stageInWords }) => orNothing(stageInWords)],
  ]
  return differences(fields, theirs, yours)
}

/** In which of its fields a treatment differs from another telling of it, in words. */
export function treatmentDifferences(
  theirs: TreatmentTold,
  yours: TreatmentTold,
  named: NamesOnRecord,
): StaleDifference[] {
  const fields: Fields<TreatmentTold> = [
    ['Treatment', ({ modality }) => TREATMENT_MODALITIES.label(modality)],
    ['Intent', ({ intent }) => TREATMENT_INTENTS.label(intent)],
    ['Start', ({ startedOn }) => formatDateForStaff(startedOn)],
    ['End', ({ endedOn }) => endInWords(endedOn)],
    ['How it ended', ({ outcome }) => TREATMENT_OUTCOMES.label(outcome)],
    ['Who gave it', ({ givenBy }) => orNothing(givenBy)],
    ['Note', ({ note }) => orNothing(note)],
    ['Diagnosis', ({ diagnosisId }) => named.diagnosis(diagnosisId)],
    ['Phase', ({ phaseId }) => named.phase(phaseId)],
  ]
  return differences(fields, theirs, yours)
}

type PhaseTold = Pick<TreatmentPhase, 'name' | 'startedOn' | 'endedOn'>

/** In which of its fields a phase of treatment differs from another telling of it, in words. */
export function phaseDifferences(theirs: PhaseTold, yours: PhaseTold): StaleDifference[] {
  const fields: Fields<PhaseTold> = [
    ['Name', ({ name }) => name],
    ['Start', ({ startedOn }) => formatDateForStaff(startedOn)],
    ['End', ({ endedOn }) => endInWords(endedOn)],
  ]
  return differences(fields, theirs, yours)
}

function endInWords(endedOn: string | null): string {
  return endedOn ? formatDateForStaff(endedOn) : 'goes on'
}

function differences<Told>(fields: Fields<Told>, theirs: Told, yours: Told): StaleDifference[] {
  return fields
    .map(([label, words]) => ({ label, theirs: words(theirs), yours: words(yours) }))
    .filter((difference) => difference.theirs !== difference.yours)
}
