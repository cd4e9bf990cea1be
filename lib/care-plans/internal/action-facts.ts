import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ActionEventKind } from '@/lib/platform/prisma-client/enums'

export type ActionStep = { kind: ActionEventKind; note: string }

/** Records what happened to an action today, in order. Its plan must be locked: the ids carry the order. */
export async function recordActionSteps(
  tx: Tx,
  actor: Actor,
  action: { id: string; patientId: string },
  steps: readonly ActionStep[],
): Promise<void> {
  await tx.actionEvent.createMany({
    data: steps.map((step) => ({
      ...step,
      id: uuidv7(),
      patientId: action.patientId,
      actionId: action.id,
      on: toDatabaseDate(today()),
      recordedAt: now(),
      recordedById: actor.staffId,
    })),
  })
}
