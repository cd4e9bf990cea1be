import 'server-only'
import { uuidv7 } from 'uuidv7'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { PatientChanges, PatientRecord } from '../patient-fields'
import { searchNameOf } from '../search-name'
import { partOf, type StatedPart } from '../stated-parts'

/** What a message may change of a record, and what tells whether it may. Nobody else changes it until the transaction ends. */
export async function readStatedRecord(tx: Tx, patientId: string): Promise<PatientRecord> {
  const [row] = await tx.$queryRaw<PatientRecord[]>`
    select id, nhs_number as "nhsNumber", title, given_name as "givenName", family_name as "familyName", preferred_name as "preferredName",
      to_char(born_on, 'YYYY-MM-DD') as "bornOn", to_char(died_on, 'YYYY-MM-DD') as "diedOn", sex, address_line_1 as "addressLine1",
      address_line_2 as "addressLine2", postcode, mobile_telephone as "mobileTelephone", home_telephone as "homeTelephone", email,
      preferred_language as "preferredLanguage", version
    from patient where id = ${patientId}::uuid for no key update`
  if (!row) throw new Error('the person of a message is not there')
  return row
}

type Since = { part: string; since: Date }

/** By part of the record, when what stands was said by a message or entered by somebody. */
export async function standingSince(tx: Tx, patientId: string): Promise<Map<StatedPart, Date>> {
  const said = await tx.$queryRaw<Since[]>`
    select part, max(said_at) as since from patient_statement cross join unnest(parts) as part
    where patient_id = ${patientId}::uuid group by part`
  const entered = await tx.$queryRaw<Since[]>`
    select change.key as part, max(recorded_at) as since from patient_change cross join jsonb_each(changes) as change
    where patient_id = ${patientId}::uuid and change.value ->> 'source' is distinct from 'message' group by change.key`
  // Who is registered by hand or by a list has no change in the history yet: the registration itself is the word.
  const registered = await tx.$queryRaw<{ since: Date | null }[]>`
    select max(care.recorded_at) as since from care_relationship as care join team on team.id = care.team_id and team.kind = 'practice'
    where care.patient_id = ${patientId}::uuid and care.recorded_by_id is not null`
  const since = new Map<StatedPart, Date>()
  for (const { part, at } of [
    ...registered.flatMap((one) => (one.since ? [{ part: 'practice' as const, at: one.since }] : [])),
    ...said.map((one) => ({ part: one.part as StatedPart, at: one.since })),
    ...entered.map((one) => ({ part: partOf(one.part), at: one.since })),
  ])
    if (part && !(at <= (since.get(part) ?? new Date(0)))) since.set(part, at)
  return since
}

/** Writes a record that is locked, with its entry in the history. */
export async function writeStated(tx: Tx, record: PatientRecord, changes: PatientChanges): Promise<void> {
  await tx.$executeRaw`
    update patient set title = ${record.title}, given_name = ${record.givenName}, family_name = ${record.familyName},
      search_name = ${searchNameOf(record)}, sex = ${record.sex}, address_line_1 = ${record.addressLine1},
      address_line_2 = ${record.addressLine2}, postcode = ${record.postcode}, mobile_telephone = ${record.mobileTelephone},
      home_telephone = ${record.homeTelephone}, email = ${record.email},
      preferred_language = ${record.preferredLanguage}, died_on = ${record.diedOn}::date, version = version + 1,
      updated_at = ${now()}, updated_by_id = null
    where id = ${record.id}::uuid`
  await tx.$executeRaw`
    insert into patient_change (id, patient_id, version, changes, recorded_at)
    values (${uuidv7()}::uuid, ${record.id}::uuid, ${record.version + 1}, ${JSON.stringify(changes)}::jsonb, now())`
}

/**
 * Names the one person whom the message is about, to the database: what closes with a death may be closed of them, and what
 * goes with a registration be handed over.
 */
export async function aboutPerson(tx: Tx, patientId: string | null): Promise<void> {
  await tx.$queryRaw`select set_config('app.message_about', ${patientId ?? ''}, true)`
}
