import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { AgreedVersion, LivePlan } from './care-plan'
import { planContentOf } from './freeze'
import { parseFrozenPlan, type FrozenPlan } from './frozen-plan'
import { contentHash } from './internal/frozen-versions'
import { openPlan } from './internal/read-plan'

/** A frozen version as it was agreed. */
export type FrozenVersion = {
  number: number
  content: FrozenPlan
  /** The content still has the hash that it had when it was agreed. */
  isIntact: boolean
  changes: string[]
}

export type VersionPage = FrozenVersion & { planId: string; shares: AgreedVersion['shares']; by: string }

type Wanted = { patientId: string; number: string; planId?: string }

/** A version of the plan, frozen. @throws NotFound, NotAllowed */
export async function getCarePlanVersion(
  actor: Actor,
  { patientId, number, planId }: Wanted,
): Promise<VersionPage> {
  return asActor(actor, async (tx) => {
    const plan = await openPlan(tx, actor, { patientId, planId }, ['care_plan', 'read'])
    const { line, version } = await numberedVersion(tx, plan, number)
    await recordAccess(tx, {
      event: 'care_plan.viewed',
      patientId,
      entityId: line.id,
      detail: { version: line.number },
    })
    return { ...version, planId: plan.id, shares: line.shares, by: line.by }
  })
}

/** A plan on paper: a version, or, without a number, the plan as it is being prepared. */
export type PrintedPlan = {
  number: number | null
  content: Omit<FrozenPlan, 'agreement'> & { agreement: FrozenPlan['agreement'] | null }
  isIntact: boolean
}

/**
 * A plan to be printed.
 *
 * @param wanted without a number, the version that stands agreed; where it is being changed, the plan as it is now
 * @throws NotFound, NotAllowed
 */
export async function getPlanToPrint(
  actor: Actor,
  { patientId, number, planId }: Omit<Wanted, 'number'> & { number?: string },
): Promise<PrintedPlan> {
  return asActor(actor, async (tx) => {
    const plan = await openPlan(tx, actor, { patientId, planId }, ['care_plan', 'print'])
    const { state, agreedVersion } = plan.standing
    const isSettled = state === 'agreed' || state === 'reviewed'
    const chosen = number ?? (isSettled && agreedVersion !== null ? String(agreedVersion) : null)
    await recordAccess(tx, {
      event: 'care_plan.printed',
      patientId,
      entityId: plan.id,
      detail: { version: chosen },
    })
    if (chosen !== null) return (await numberedVersion(tx, plan, chosen)).version
    return { number: null, content: { ...planContentOf(plan), agreement: null }, isIntact: true }
  })
}

async function numberedVersion(
  tx: Tx,
  plan: LivePlan,
  number: string,
): Promise<{ line: AgreedVersion; version: FrozenVersion }> {
  const line = plan.versions.find((version) => String(version.number) === number)
  const version = line && (await findFrozenVersion(tx, line.id))
  if (!line || !version) throw new NotFound()
  return { line, version }
}

/** A version by its id, where row-level security shows it; null elsewhere. */
export async function findFrozenVersion(tx: Tx, versionId: string): Promise<FrozenVersion | null> {
  const row = await tx.carePlanVersion.findUnique({ where: { id: versionId } })
  if (!row) return null
  const content = parseFrozenPlan(row.schemaNumber, row.content)
  return {
    number: row.number,
    content,
    isIntact: contentHash(content) === row.contentHash,
    changes: row.changes,
  }
}
