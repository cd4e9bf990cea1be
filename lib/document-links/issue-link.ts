import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { SummaryChannel } from '@/lib/platform/prisma-client/enums'
import { linkExpiry } from './link-rules'

/** A link to make. */
export type NewLink = {
  patientId: string
  deliveryId: string
  /** The practice's team. */
  teamId: string
  channel: SummaryChannel
  /** Of the secret, which nobody stores. */
  tokenHash: string
}

/**
 * Makes a link that opens a delivery, in the transaction of who has the patient open. The newest link of a delivery alone
 * is good: those before it open nothing from now on.
 *
 * @returns its id
 */
export async function issueLink(tx: Tx, actor: Actor, link: NewLink): Promise<string> {
  const [id, issuedAt] = [uuidv7(), now()]
  const purpose = 'answer_treatment_summary'
  const issued = { issuedAt, issuedById: actor.staffId, expiresAt: linkExpiry(issuedAt) }
  // Not `create`, which would read the hash back.
  await tx.documentLink.createMany({ data: [{ ...link, ...issued, id, purpose }] })
  return id
}
