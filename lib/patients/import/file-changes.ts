import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { FieldValue, PatientChanges, PatientFields } from '@/lib/patients/patient-fields'

const ADDRESS = ['addressLine1', 'addressLine2', 'postcode'] as const
const ONE_BY_ONE = [
  'title',
  'givenName',
  'familyName',
  'preferredName',
  'sex',
  'ethnicCategory',
  'preferredLanguage',
  'interpreterRequired',
  'mobileTelephone',
  'email',
  'diedOn',
] as const

type FieldOfFile = (typeof ADDRESS)[number] | (typeof ONE_BY_ONE)[number]

/**
 * What a row of a file newly says of somebody who has a record. A blank says nothing. An address is one thing: where a
 * part of it is new, all of it is the file's.
 *
 * @param history what each version of the record changed, newest first. A value that a person has replaced since the
 *   last file is the old one: the same file read again does not bring it back
 */
export function changesFromFile(
  record: PatientFields,
  row: ImportedPatient,
  history: readonly PatientChanges[],
): Partial<PatientFields> {
  const isNew = (field: FieldOfFile) =>
    saysSomethingNew({ said: row[field], held: record[field], history, field })
  const changes: Partial<Record<FieldOfFile, FieldValue>> = {}
  for (const field of ONE_BY_ONE) if (isNew(field)) changes[field] = row[field]
  if (ADDRESS.some(isNew)) for (const field of ADDRESS) changes[field] = row[field]
  return changes as Partial<PatientFields>
}

type Saying = {
  said: FieldValue
  held: FieldValue
  history: readonly PatientChanges[]
  field: keyof PatientChanges
}

/** Whether a file's value is news: not blank, not on the record, and not what a person has put right since the last file. */
export function saysSomethingNew({ said, held, history, field }: Saying): boolean {
  if (said === null || said === '' || said === held) return false
  for (const changes of history) {
    const change = changes[field]
    if (change?.source === 'import') return true
    if (change && change.from === said) return false
  }
  return true
}
