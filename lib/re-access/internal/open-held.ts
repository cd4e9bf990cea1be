import 'server-only'
import type { Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import type { Tx } from '@/lib/platform/database'
import { holdRequests } from '@/lib/practice-requests/follow-registration'

/**
 * Opens a patient for something about contacts, and keeps everybody else who would say something of them, record a death
 * or end care waiting until the transaction ends.
 *
 * @throws NotFound, NotAllowed
 */
export async function openHeld(tx: Tx, actor: Actor, patientId: string, verb: Verb): Promise<CareContext> {
  await openPatient(tx, actor, patientId, ['contact', verb])
  await holdRequests(tx, patientId)
  // Whoever was waited for may have ended the care that it was opened by.
  return openPatient(tx, actor, patientId, ['contact', verb])
}
