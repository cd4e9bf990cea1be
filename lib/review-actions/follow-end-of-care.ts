import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { openActionTask } from './internal/action-tasks'
import { findReviewActions, lockReviewActions } from './internal/action-rows'
import { recordFact } from './internal/record-fact'

type End = { patientId: string; teamId: string; handTo: string | null; reason: string }

/**
 * What a practice asked of a hospital team, as its care ends, in that transaction and before its tasks are: handed over,
 * the other team owns it. Otherwise it counts as declined, and the practice finds another way.
 */
export async function followEndOfCare(tx: Tx, actor: Actor, end: End): Promise<void> {
  const { patientId, teamId, handTo, reason } = end
  await lockReviewActions(tx, patientId)
  const actions = await findReviewActions(tx, { patientId })
  const owed = actions.filter(({ state, ownerNow }) => state === 'open' && ownerNow?.id === teamId)
  for (const action of owed) {
    const note = `The care of ${action.ownerNow?.name} has ended: ${reason}`
    const said = handTo ? ({ kind: 'handed_on', teamId: handTo } as const) : ({ kind: 'declined' } as const)
    await recordFact(tx, actor, action, { ...said, on: today(), note })
    if (!handTo) await openActionTask(tx, action, 'declined')
    const event = handTo ? 'review_action.handed_on' : 'review_action.declined'
    await recordAccess(tx, { event, patientId, entityId: action.id, detail: { by: 'end_of_care' } })
  }
}
