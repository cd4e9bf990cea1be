import type { Diagnosis, Treatment } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { cancerName } from '@/lib/nhs/cancer-name'
import { emptyContent, type DraftContent, type Entry, type Item } from './draft-content'
import { offerContent, type OfferedContent } from './offer-content'

/** What the record knows that a summary says. */
export type RecordFacts = {
  phaseEndedOn: CalendarDate
  practice: string | null
  team: { name: string; telephone: string | null }
  consultant: string | null
  keyWorker: { name: string; telephone: string | null } | null
  carer: string | null
  diagnosis: Pick<Diagnosis, 'icd10Code' | 'tumourGroup' | 'laterality' | 'diagnosedOn' | 'stageInWords'>
  /** Of the diagnosis, begun by the end of the phase, earliest first. */
  treatments: readonly Pick<Treatment, 'id' | 'modality' | 'intent' | 'startedOn' | 'endedOn' | 'note'>[]
  assessedOn: CalendarDate | null
  planAgreedOn: CalendarDate | null
}

/**
 * A draft of a summary: what the record knows is filled in and marked as such, what the reference content offers is
 * put in to be changed or taken out, and the rest stays empty (`missing.ts` says what of that must be filled).
 */
export function draftFromRecord(facts: RecordFacts, offered: OfferedContent): DraftContent {
  const content = emptyContent()
  const { sections } = content
  Object.assign(sections.who.fields, {
    practice: known(facts.practice),
    consultant: known(facts.consultant),
    keyWorker: known(facts.keyWorker?.name),
    keyWorkerTelephone: known(facts.keyWorker?.telephone),
  })
  Object.assign(sections.diagnosis.fields, diagnosisFields(facts.diagnosis))
  sections.treatment.fields.intent = known(intentOf(facts.treatments))
  sections.treatment.items = facts.treatments.map(treatmentItem)
  sections.contacts.fields.inHours = known(telephoneLine(facts))
  sections.lifestyle.fields.carer = known(facts.carer)
  sections.information.fields.assessedOn = known(facts.assessedOn)
  sections.information.fields.planAgreedOn = known(facts.planAgreedOn)
  offerContent(content, offered, facts.phaseEndedOn)
  return content
}

function known(value: string | null | undefined): Entry {
  return { value: value ?? null, fromRecord: value != null }
}

function diagnosisFields({ laterality, ...diagnosis }: RecordFacts['diagnosis']): Record<string, Entry> {
  return {
    name: known(diagnosisWords({ laterality, ...diagnosis })),
    icd10Code: known(diagnosis.icd10Code),
    diagnosedOn: known(diagnosis.diagnosedOn),
    stage: known(diagnosis.stageInWords),
  }
}

const SIDED = ['L', 'R', 'B']

/** `Breast cancer, left`: as letters say it, until somebody says it better. */
function diagnosisWords({ icd10Code, laterality }: RecordFacts['diagnosis']): string {
  const side =
    laterality && SIDED.includes(laterality) ? `, ${LATERALITIES.label(laterality).toLowerCase()}` : ''
  return `${cancerName(icd10Code)}${side}`
}

/** The intent of the treatment begun last that has one. */
function intentOf(treatments: RecordFacts['treatments']): string | null {
  return treatments.findLast(({ intent }) => intent !== null)?.intent ?? null
}

function treatmentItem(treatment: RecordFacts['treatments'][number]): Item<'treatment'> {
  const { id, modality, startedOn, endedOn, note } = treatment
  const values = { what: TREATMENT_MODALITIES.label(modality), startedOn, endedOn, note }
  return { id, code: null, source: null, fromRecord: true, values }
}

function telephoneLine({ team }: RecordFacts): string | null {
  return team.telephone && `${team.name}, ${team.telephone}`
}
