import type { Diagnosis, Treatment } from '@/lib/diagnoses/diagnosis'
import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TUMOUR_GROUP_LABELS } from '@/lib/nhs/tumour-group'
import { emptyContent, type DraftContent, type Entry, type Item } from './draft-content'
import { MOST_FIRST_ALERTS } from './clinical-sections'
import type { SectionName } from './sections'

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

type Sourced = { code: string; title: string; source: { name: string; year: number | null } }
type Effect = Sourced & { whatItIs: string; whatYouCanDo: string; forPractice: string }

/** What the reference content offers for this cancer and these treatments. */
export type OfferedContent = {
  consequences: Readonly<Record<'now' | 'within_a_year' | 'late', readonly Effect[]>>
  /** The most important first. */
  alertSymptoms: readonly (Sourced & { urgency: string; forPerson: string; forPractice: string })[]
  practiceRequests: readonly (Sourced & {
    detail: string
    dueMonths: number | null
    snomedCode: string | null
  })[]
  codesToFile: readonly { code: string; title: string; snomedCode: string | null }[]
}

/** Months to the date that a request gets which comes without one: it cannot be asked without. */
const USUAL_REQUEST_MONTHS = 1

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
function diagnosisWords({ tumourGroup, laterality }: RecordFacts['diagnosis']): string {
  const labels: Readonly<Record<string, string>> = TUMOUR_GROUP_LABELS
  const group = labels[tumourGroup] ?? TUMOUR_GROUP_LABELS.other
  const side =
    laterality && SIDED.includes(laterality) ? `, ${LATERALITIES.label(laterality).toLowerCase()}` : ''
  return `${group} cancer${side}`
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

function offerContent({ sections }: DraftContent, offered: OfferedContent, phaseEndedOn: CalendarDate): void {
  sections.consequences.items = Object.entries(offered.consequences).flatMap(([when, effects]) =>
    effects.map((effect) =>
      offer<'consequences'>(effect, {
        what: effect.title,
        when,
        forPerson: effect.whatItIs,
        whatToDo: effect.whatYouCanDo,
        forPractice: effect.forPractice,
      }),
    ),
  )
  sections.alerts.items = offered.alertSymptoms.map((alert, place) =>
    offer<'alerts'>(alert, {
      what: alert.title,
      urgency: alert.urgency,
      isFirst: place < MOST_FIRST_ALERTS ? 'yes' : 'no',
      forPerson: alert.forPerson,
      forPractice: alert.forPractice,
    }),
  )
  sections.requests.items = offered.practiceRequests.map((request) =>
    offer<'requests'>(request, {
      what: request.title,
      detail: request.detail,
      dueOn: addMonths(phaseEndedOn, request.dueMonths ?? USUAL_REQUEST_MONTHS),
      snomedCode: request.snomedCode,
    }),
  )
  sections.codes.items = offered.codesToFile.map(({ code, title, snomedCode }) =>
    offer<'codes'>({ code }, { term: title, snomedCode }),
  )
}

function offer<Name extends SectionName>(
  { code, source }: Pick<Sourced, 'code'> & Partial<Pick<Sourced, 'source'>>,
  values: Item<Name>['values'],
): Item<Name> {
  const words = source ? `${source.name}${source.year ? `, ${source.year}` : ''}` : null
  return { id: code, code, source: words, fromRecord: false, values }
}
