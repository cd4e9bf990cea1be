import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What a person's record says of them and can be changed, with an entry in its history. The NHS number cannot. */
export type PatientFields = {
  title: string | null
  /** Empty for a person with a single name. */
  givenName: string
  familyName: string
  preferredName: string | null
  bornOn: CalendarDate
  diedOn: CalendarDate | null
  sex: string
  ethnicCategory: string | null
  addressLine1: string | null
  addressLine2: string | null
  postcode: string | null
  mobileTelephone: string | null
  homeTelephone: string | null
  email: string | null
  preferredLanguage: string | null
  interpreterRequired: boolean | null
  informationNeeds: string[]
  communicationNote: string | null
  sharesWithPractice: boolean
}

export type PatientField = keyof PatientFields

/** A record as it stands. `version` is the one that a change of it must name. */
export type PatientRecord = PatientFields & { id: string; nhsNumber: string; version: number }

/**
 * What one version of a record changed. The practice is kept by its code, the reason of a corrected death in words;
 * `source` tells a file's changes, and those of another system's messages, from people's.
 */
export type PatientChanges = Partial<
  Record<
    PatientField | 'registeredPractice' | 'correctionReason',
    { from: FieldValue; to: FieldValue; source?: 'import' | 'message' }
  >
>

export type FieldValue = string | boolean | string[] | null

/** What giving these fields to the record changes; empty when it says so already. */
export function changesOf(record: PatientFields, given: Partial<PatientFields>): PatientChanges {
  const changes: PatientChanges = {}
  for (const field of Object.keys(given) as PatientField[]) {
    const to = given[field]
    if (to !== undefined && !isSame(record[field], to)) changes[field] = { from: record[field], to }
  }
  return changes
}

function isSame(one: FieldValue, other: FieldValue): boolean {
  return Array.isArray(one) && Array.isArray(other) ? one.join('\n') === other.join('\n') : one === other
}
