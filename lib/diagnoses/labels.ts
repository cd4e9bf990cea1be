import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { TUMOUR_GROUP_LABELS } from '@/lib/nhs/tumour-group'
import type { Diagnosis, Treatment } from './diagnosis'

/** Sides that say something: of "not applicable" and "not known" nothing is said beside the name. */
const SIDES_SAID = ['L', 'R', 'M', 'B']

/** `Breast, left (C50.9)`: what the tumour group is called, the side where there is one, and the code. */
export function diagnosisName({
  icd10Code,
  tumourGroup,
  laterality,
}: Pick<Diagnosis, 'icd10Code' | 'tumourGroup' | 'laterality'>): string {
  const labels: Readonly<Record<string, string>> = TUMOUR_GROUP_LABELS
  const side =
    laterality && SIDES_SAID.includes(laterality) ? `, ${LATERALITIES.label(laterality).toLowerCase()}` : ''
  return `${labels[tumourGroup] ?? TUMOUR_GROUP_LABELS.other}${side} (${icd10Code})`
}

/** `Surgery, 3 Feb 2026 to 4 Feb 2026`, or `since` while it goes on. */
export function treatmentName({
  modality,
  startedOn,
  endedOn,
}: Pick<Treatment, 'modality' | 'startedOn' | 'endedOn'>): string {
  const start = formatDateForStaff(startedOn)
  const when =
    endedOn === null
      ? `since ${start}`
      : endedOn === startedOn
        ? start
        : `${start} to ${formatDateForStaff(endedOn)}`
  return `${TREATMENT_MODALITIES.label(modality)}, ${when}`
}
