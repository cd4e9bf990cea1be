import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FrozenSummary } from '@/lib/treatment-summaries/frozen-summary'
import type { SectionName } from '@/lib/treatment-summaries/sections'

export type Filled = Readonly<Partial<Record<SectionName, Readonly<Record<string, string>>>>>

type Given = {
  what: string
  modality: TreatmentModality
  startedOn: CalendarDate
  endedOn: CalendarDate | null
}

/** What the record knows of a fictitious person, and what their team fills in. */
export type Story = {
  /** Of their file of golden text. */
  name: string
  person: FrozenSummary['person']
  team: { name: string; telephone: string }
  practice: string | null
  consultant: string
  keyWorker: { name: string; telephone: string }
  diagnosis: { icd10Code: string; laterality: string | null; diagnosedOn: CalendarDate; stageInWords: string }
  treatments: readonly Given[]
  phase: string
  phaseEndedOn: CalendarDate
  tests: readonly (readonly [what: string, dueOn: CalendarDate])[]
  filled: Filled
  /** They have a second version, in which this is otherwise. */
  amended?: { reason: string; filled: Filled }
}

/** Somebody by their names. */
export const person = (
  givenName: string,
  familyName: string,
  nhsNumber: string,
  bornOn: CalendarDate,
): Story['person'] => ({ givenName, familyName, preferredName: null, nhsNumber, bornOn })

/** One treatment; without an end it lasted a day, with null it goes on. */
export const given = (
  what: string,
  modality: TreatmentModality,
  startedOn: CalendarDate,
  endedOn: CalendarDate | null = startedOn,
): Given => ({ what, modality, startedOn, endedOn })

/** Whom all of them call at night. */
export const OUT_OF_HOURS = {
  outOfHours: 'Cancer advice line, 01632 960 999',
  acuteOncology: '01632 960 998',
}
