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
 * Call it last: it holds the lock of a chain until the transaction ends.
 */
export async function recordAccess(tx: Tx, ...entries: AccessEntry[]): Promise<void> {
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
    order by get_byte(uuid_send(coalesce(patient_id, entity_id, '00000000-0000-0000-0000-000000000000')), 15) & 15`
}
