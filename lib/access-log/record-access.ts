import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { AccessEvent } from './access-events'

/** One entry. `detail` holds stable codes, field names and counts; no clinical content, no names, no NHS number. */
export type AccessEntry = {
  event: AccessEvent
  patientId?: string | null
  /** The row it is about. */
  entityId?: string | null
  detail?: Prisma.InputJsonObject
}

/**
 * Writes the audit of what this transaction read or changed. Who did it is filled in by the database from the session.
 * Call it last: it holds the locks of its chains until the transaction ends.
 */
export async function recordAccess(tx: Tx, ...entries: AccessEntry[]): Promise<void> {
  await recordEveryAccess(tx, entries)
}

/**
 * `recordAccess` for the many entries of an import. One statement for all, in the order of the chains that the
 * database will put them in: two that each held what the other waits for would never end.
 */
export async function recordEveryAccess(tx: Tx, entries: readonly AccessEntry[]): Promise<void> {
  const rows = entries.map(({ event, patientId = null, entityId = null, detail = {} }) => ({
    event,
    patient_id: patientId,
    entity_id: entityId,
    detail,
  }))
  await tx.$executeRaw`
    insert into access_log (event, patient_id, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
    select event, patient_id, entity_id, detail, 0, 0, now(), '', '', ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (event text, patient_id uuid, entity_id uuid, detail jsonb)
    order by access.chain_of(patient_id, access.staff_id(), entity_id)`
}
