import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'
import type { TumourGroup } from '@/lib/nhs/tumour-group'
import { ALERT_URGENCIES, type SummaryContent } from './summary-content'

/** What a summary is of. Without `diagnosisCodes` (ICD-10) everything of the tumour groups is offered, whatever the site. */
export type SummarySubject = {
  tumourGroups: readonly TumourGroup[]
  modalities: readonly TreatmentModality[]
  diagnosisCodes?: readonly string[]
  /** Codes of drug families that it is known the person was not given (`drugs-not-given.ts`). */
  familiesNotGiven?: readonly string[]
}

type Consequence = SummaryContent['consequences'][number]
type AlertSymptom = SummaryContent['alertSymptoms'][number]
type PracticeRequest = SummaryContent['practiceRequests'][number]
type CodeToFile = SummaryContent['codesToFile'][number]
type Entry = Pick<Consequence, 'tumourGroups' | 'sites' | 'modalities' | 'drugFamilies'>

export type SelectedContent = {
  consequences: Record<Consequence['when'], Consequence[]>
  /** The most important first: the first three are for the first page. */
  alertSymptoms: AlertSymptom[]
  /** What is due first comes first; what has no day, before all. */
  practiceRequests: PracticeRequest[]
  codesToFile: CodeToFile[]
}

/** Chemoradiotherapy is chemotherapy and radiotherapy at once; protons are beams too. */
const ALSO_GIVEN: Partial<Record<TreatmentModality, readonly TreatmentModality[]>> = {
  '04': ['02', '05'],
  '13': ['05'],
}

/**
 * The part of the content that fits a person's cancer and treatment, the general part included. Each entry once; where
 * nothing else orders two of them they stay as in the file.
 */
export function selectSummaryContent(content: SummaryContent, subject: SummarySubject): SelectedContent {
  const given = new Set(subject.modalities.flatMap((modality) => [modality, ...(ALSO_GIVEN[modality] ?? [])]))
  const fits = (entry: Entry) =>
    fitsCancer(entry, subject) &&
    fitsDrugs(entry, subject) &&
    (entry.modalities === 'any' || entry.modalities.some((modality) => given.has(modality)))
  const consequences = content.consequences.filter(fits)
  const at = (when: Consequence['when']) => consequences.filter((entry) => entry.when === when)
  return {
    consequences: { now: at('now'), within_a_year: at('within_a_year'), late: at('late') },
    alertSymptoms: content.alertSymptoms.filter(fits).sort(mostImportantFirst),
    practiceRequests: content.practiceRequests
      .filter(fits)
      .sort((one, other) => (one.dueMonths ?? -1) - (other.dueMonths ?? -1)),
    codesToFile: content.codesToFile.filter(fits),
  }
}

function fitsCancer(entry: Entry, { tumourGroups, diagnosisCodes }: SummarySubject): boolean {
  const { sites } = entry
  if (entry.tumourGroups !== 'all' && !entry.tumourGroups.some((group) => tumourGroups.includes(group)))
    return false
  if (!sites || !diagnosisCodes) return true
  return diagnosisCodes.some((code) => sites.includes(code.slice(0, 3)))
}

function fitsDrugs({ drugFamilies }: Entry, { familiesNotGiven = [] }: SummarySubject): boolean {
  return !drugFamilies || drugFamilies.some((family) => !familiesNotGiven.includes(family))
}

function mostImportantFirst(one: AlertSymptom, other: AlertSymptom): number {
  const byUrgency = ALERT_URGENCIES.indexOf(one.urgency) - ALERT_URGENCIES.indexOf(other.urgency)
  return one.order - other.order || byUrgency
}
