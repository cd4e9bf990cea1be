import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '@/lib/platform/database'
import { jsonOfRows } from '@/lib/platform/rows-as-json'
import type { UnmatchedContent, UnmatchedReason } from '../unmatched'

export type LeftToPeople = { messageId: string; why: UnmatchedReason; content: UnmatchedContent }

/** Puts what cannot be filed for sure into the queue of the organisation, with why. */
export async function leaveToPeople(
  tx: Tx,
  organisationId: string,
  left: readonly LeftToPeople[],
): Promise<void> {
  if (left.length === 0) return
  const rows = left.map((one) => ({ id: uuidv7(), organisationId, ...one }))
  await tx.$executeRaw`
    insert into unmatched_result (id, message_id, organisation_id, why, content)
    select id, message_id, organisation_id, why, content
    from jsonb_to_recordset(${jsonOfRows(rows)}::jsonb)
      as said (id uuid, message_id uuid, organisation_id uuid, why text, content jsonb)`
}

/** Of these, those that do not wait already: hospital systems say the same again with every visit. */
export async function notWaitingYet(
  tx: Tx,
  organisationId: string,
  left: readonly LeftToPeople[],
): Promise<LeftToPeople[]> {
  const fresh: LeftToPeople[] = []
  for (const one of left) {
    const [waiting] = await tx.$queryRaw<unknown[]>`
      select from unmatched_result where organisation_id = ${organisationId}::uuid and settled_at is null and why = ${one.why}
        and content = ${JSON.stringify(one.content)}::jsonb limit 1`
    if (!waiting) fresh.push(one)
  }
  return fresh
}
