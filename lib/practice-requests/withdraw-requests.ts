import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { recordStep } from './internal/record-step'
import { findRequests, findUnsettled, lockRequests } from './internal/request-rows'

type Withdrawing = { summaryId: string; codes: readonly string[]; reason: string }

/**
 * Takes back what a summary asks no longer, in the transaction that signs its amendment, for who has the patient open.
 * What was settled stays as it is.
 *
 * @param withdrawing `reason`: at least 3 characters
 * @returns how many were taken back
 */
export async function withdrawRequests(
  tx: Tx,
  actor: Actor,
  { summaryId, codes, reason }: Withdrawing,
): Promise<number> {
  const [any] = await findRequests(tx, { summaryId })
  if (!any) return 0
  const { patientId } = any
  await lockRequests(tx, patientId)
  const open = (await findUnsettled(tx, { patientId, summaryId })).filter(({ code }) => codes.includes(code))
  for (const request of open) {
    const why = 'The request was withdrawn'
    await recordStep(tx, actor, request, {
      kind: 'withdrawn',
      on: today(),
      note: reason,
      how: 'superseded',
      why,
    })
    await recordAccess(tx, { event: 'practice_request.withdrawn', patientId, entityId: request.id })
  }
  return open.length
}
