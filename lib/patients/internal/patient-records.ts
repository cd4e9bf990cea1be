import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { PatientChanges, PatientRecord } from '@/lib/patients/patient-fields'
import { searchNameOf } from '@/lib/patients/search-name'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'

/** A record with new values, `version` still being the one that was read, and what is new about it. */
export type ChangedRecord = { record: PatientRecord; changes: PatientChanges }

/** The records with these ids that the actor of the transaction may see, by id. */
export async function readPatients(tx: Tx, ids: readonly string[]): Promise<Map<string, PatientRecord>> {
  const rows = await tx.patient.findMany({
    where: { id: { in: [...ids] } },
    omit: { searchName: true, gender: true, createdAt: true, updatedAt: true, updatedById: true },
  })
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, bornOn: fromDatabaseDate(row.bornOn), diedOn: fromDatabaseDateOrNull(row.diedOn) },
    ]),
  )
}

/**
 * Writes records whose version is still the one that was read, each with its entry in the history.
 *
 * @returns how many were written: fewer than given when somebody else was first, and then nothing may be kept
 */
export async function writePatients(
  tx: Tx,
  actor: Actor,
  changed: readonly ChangedRecord[],
): Promise<number> {
  if (changed.length === 0) return 0
  const written = await writeColumns(tx, actor, changed)
  if (written === changed.length) await writeHistory(tx, actor, changed)
  return written
}

async function writeColumns(tx: Tx, actor: Actor, changed: readonly ChangedRecord[]): Promise<number> {
  const rows = changed.map(({ record }) => ({ ...record, searchName: searchNameOf(record) }))
  return tx.$executeRaw`
    update patient set
      title = given.title, given_name = given."givenName", family_name = given."familyName",
      preferred_name = given."preferredName", search_name = given."searchName", born_on = given."bornOn",
      died_on = given."diedOn", sex = given.sex, ethnic_category = given."ethnicCategory",
      address_line_1 = given."addressLine1", address_line_2 = given."addressLine2", postcode = given.postcode,
      mobile_telephone = given."mobileTelephone", home_telephone = given."homeTelephone", email = given.email,
      preferred_language = given."preferredLanguage", interpreter_required = given."interpreterRequired",
      information_needs = given."informationNeeds", communication_note = given."communicationNote",
      shares_with_practice = given."sharesWithPractice",
      version = patient.version + 1, updated_at = ${now()}, updated_by_id = ${actor.staffId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      id uuid, version integer, title text, "givenName" text, "familyName" text, "preferredName" text, "searchName" text,
      "bornOn" date, "diedOn" date, sex text, "ethnicCategory" text, "addressLine1" text, "addressLine2" text, postcode text,
      "mobileTelephone" text, "homeTelephone" text, email text, "preferredLanguage" text, "interpreterRequired" boolean,
      "informationNeeds" text[], "communicationNote" text, "sharesWithPractice" boolean)
    where patient.id = given.id and patient.version = given.version`
}

/** The database's own instant: what a death closes carries the same one, and is found by it again. */
async function writeHistory(tx: Tx, actor: Actor, changed: readonly ChangedRecord[]): Promise<void> {
  const rows = changed.map(({ record, changes }) => ({
    id: uuidv7(),
    patient: record.id,
    version: record.version + 1,
    changes,
  }))
  await tx.$executeRaw`
    insert into patient_change (id, patient_id, version, changes, recorded_at, recorded_by_id)
    select id, patient, version, changes, now(), ${actor.staffId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id uuid, patient uuid, version integer, changes jsonb)`
}
