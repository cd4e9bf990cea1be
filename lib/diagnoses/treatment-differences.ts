import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { StaleDifference } from '@/lib/platform/errors'
import type { Treatment } from './diagnosis'

type Shown = Pick<Treatment, 'modality' | 'intent' | 'startedOn' | 'endedOn' | 'note' | 'diagnosisId'>

/** In which of its fields a treatment now differs from what was about to be saved, in words. */
export function treatmentDifferences(theirs: Shown, yours: Shown): StaleDifference[] {
  const fields: [label: string, words: (treatment: Shown) => string][] = [
    ['Treatment', ({ modality }) => TREATMENT_MODALITIES.label(modality)],
    ['Intent', ({ intent }) => TREATMENT_INTENTS.label(intent)],
    ['Start', ({ startedOn }) => formatDateForStaff(startedOn)],
    ['End', ({ endedOn }) => (endedOn ? formatDateForStaff(endedOn) : 'goes on')],
    ['Note', ({ note }) => note ?? 'nothing'],
  ]
  const said = fields
    .map(([label, words]) => ({ label, theirs: words(theirs), yours: words(yours) }))
    .filter((difference) => difference.theirs !== difference.yours)
  return theirs.diagnosisId === yours.diagnosisId
    ? said
    : [...said, { label: 'Diagnosis', theirs: 'another one', yours: 'the one you picked' }]
}
