import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { TUMOUR_GROUP_LABELS } from '@/lib/nhs/tumour-group'
import type { DiagnosisKind } from '@/lib/platform/prisma-client/enums'
import type { Diagnosis, Staging, Treatment } from './diagnosis'

export const DIAGNOSIS_KIND_LABELS: Readonly<Record<DiagnosisKind, string>> = {
  primary: 'Primary: a cancer of its own',
  recurrence: 'Recurrence: the cancer has come back',
  progression: 'Progression: the cancer has grown or spread',
}

/** Before the name of what is no primary. */
const KIND_SAID: Readonly<Record<DiagnosisKind, string>> = {
  primary: '',
  recurrence: 'Recurrence: ',
  progression: 'Progression: ',
}

/** Of COSD's grades, those that somebody assessed. */
export const ASSESSED_PERFORMANCE_STATUSES = ['0', '1', '2', '3', '4'] as const

/** Sides that say something: of "not applicable" and "not known" nothing is said beside the name. */
const SIDES_SAID = ['L', 'R', 'M', 'B']

/** `Breast, left (C50.9)`: what the tumour group is called, the side where there is one, and the code; `Recurrence:` before it. */
export function diagnosisName({
  kind,
  icd10Code,
  tumourGroup,
  laterality,
}: Pick<Diagnosis, 'kind' | 'icd10Code' | 'tumourGroup' | 'laterality'>): string {
  const labels: Readonly<Record<string, string>> = TUMOUR_GROUP_LABELS
  const side =
    laterality && SIDES_SAID.includes(laterality) ? `, ${LATERALITIES.label(laterality).toLowerCase()}` : ''
  return `${KIND_SAID[kind]}${labels[tumourGroup] ?? TUMOUR_GROUP_LABELS.other}${side} (${icd10Code})`
}

/** `pT2 pN1 cM0 (TNM 8)`; null where no category is recorded. */
export function tnmInWords({ tCategory, nCategory, mCategory, tnmEdition }: Staging): string | null {
  const categories = [tCategory, nCategory, mCategory].filter(Boolean).join(' ')
  if (categories === '') return null
  return tnmEdition ? `${categories} (TNM ${tnmEdition})` : categories
}

type StageSaid = Pick<Diagnosis, 'tCategory' | 'nCategory' | 'mCategory' | 'stageGroup' | 'stageInWords'>

/** The stage in a line, as far as it is recorded: the group or its words, and TNM; null where nothing is. */
export function stageInBrief({ stageGroup, stageInWords, ...categories }: StageSaid): string | null {
  const group = stageGroup ? `stage ${stageGroup}` : stageInWords
  const tnm = tnmInWords({ ...categories, grade: null, stageGroup, tnmEdition: null })
  return [group, tnm].filter(Boolean).join(', ') || null
}

/** `Surgery, 3 Feb 2026 to 4 Feb 2026`, or `since` while it goes on. */
export function treatmentName({
  modality,
  startedOn,
  endedOn,
}: Pick<Treatment, 'modality' | 'startedOn' | 'endedOn'>): string {
  return `${TREATMENT_MODALITIES.label(modality)}, ${daysInWords({ startedOn, endedOn })}`
}

/** `since 3 Feb 2026`, `3 Feb 2026`, `3 Feb 2026 to 4 Feb 2026`. */
export function daysInWords({
  startedOn,
  endedOn,
}: {
  startedOn: CalendarDate
  endedOn: CalendarDate | null
}): string {
  const start = formatDateForStaff(startedOn)
  if (endedOn === null) return `since ${start}`
  return endedOn === startedOn ? start : `${start} to ${formatDateForStaff(endedOn)}`
}
