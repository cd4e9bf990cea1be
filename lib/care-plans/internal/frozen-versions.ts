import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/platform/database'
import type { LivePlan } from '../care-plan'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { parseFrozenPlan, type FrozenAction, type FrozenPlan } from '../frozen-plan'

/** SHA-256, hex, of the canonical JSON: what says later that a version is as it was agreed. */
export function contentHash(content: FrozenPlan): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** The content of the plan's newest agreed version; null before the first. */
export async function findNewestContent(
  tx: Tx,
  plan: Pick<LivePlan, 'id' | 'patientId'>,
): Promise<FrozenPlan | null> {
  const row = await tx.carePlanVersion.findFirst({
    where: { carePlanId: plan.id, patientId: plan.patientId },
    orderBy: { number: 'desc' },
  })
  return row && parseFrozenPlan(row.schemaNumber, row.content)
}

/** The actions that the person agreed last: those that are owed. */
export async function agreedActionIds(
  tx: Tx,
  plan: Pick<LivePlan, 'id' | 'patientId'>,
): Promise<Set<string>> {
  const content = await findNewestContent(tx, plan)
  return new Set(content?.items.flatMap((item) => item.actions.map((action) => action.id)))
}

/** An action as the person agreed it last; null where they have not. */
export async function findAgreedAction(
  tx: Tx,
  plan: Pick<LivePlan, 'id' | 'patientId'>,
  actionId: string,
): Promise<FrozenAction | null> {
  const content = await findNewestContent(tx, plan)
  return content?.items.flatMap((item) => item.actions).find(({ id }) => id === actionId) ?? null
}
