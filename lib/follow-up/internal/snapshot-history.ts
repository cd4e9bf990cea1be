import 'server-only'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { knownTests } from '@/lib/results/known-tests'
import type { FollowUpFact, PersonalChangeView } from '../follow-up-view'
import { overrideInWords } from '../override-in-words'
import type { Override, PathwaySnapshot } from '../pathway'
import { changesBetween, isSameChange, overrideKey } from '../personal-changes'

/** What a pathway was asked to do from one moment, without the protocol itself. */
export type SnapshotRow = {
  id: string
  protocolVersion: string
  overrides: readonly Override[]
  reason: string | null
  recordedAt: Date
  recordedById: string | null
}

export type DatedFact = FollowUpFact & { recordedAt: Date }

type Kept = {
  snapshot: PathwaySnapshot | null
  /** Oldest first. */
  rows: readonly SnapshotRow[]
  nameOf: (id: string | null) => string
}

/** What these pathways were asked to do, by their id, oldest first. */
export async function readSnapshots(
  tx: Tx,
  pathwayIds: readonly string[],
): Promise<ReadonlyMap<string, SnapshotRow[]>> {
  const rows = await tx.pathwayProtocol.findMany({
    where: { pathwayId: { in: [...pathwayIds] } },
    orderBy: [{ pathwayId: 'asc' }, { number: 'asc' }],
    omit: { content: true },
  })
  const byPathway = new Map<string, SnapshotRow[]>()
  for (const { pathwayId, overrides, ...row } of rows) {
    const own = byPathway.get(pathwayId) ?? []
    byPathway.set(pathwayId, [...own, { ...row, overrides: overrides as Override[] }])
  }
  return byPathway
}

/** What is otherwise for the person now; each since the row that said so first without a break. */
export function personalChanges({ snapshot, rows, nameOf }: Kept): PersonalChangeView[] {
  if (!snapshot) return []
  return snapshot.overrides.map((override) => {
    const lacking = rows.findLastIndex((row) => !row.overrides.some((one) => isSameChange(one, override)))
    const since = rows[lacking + 1]
    return {
      key: overrideKey(override),
      words: overrideInWords(override, snapshot.protocol, knownTests()),
      reason: override.reason,
      on: since ? londonDate(since.recordedAt) : snapshot.startedOn,
      by: nameOf(since?.recordedById ?? null),
    }
  })
}

/** What the rows after the first changed, as facts of the pathway. */
export function snapshotHistory({ snapshot, rows, nameOf }: Kept): DatedFact[] {
  if (!snapshot) return []
  return rows.slice(1).map((row, place) => ({
    id: row.id,
    on: londonDate(row.recordedAt),
    words: wordsOf(rows[place] ?? row, row, snapshot),
    reason: row.reason,
    by: nameOf(row.recordedById),
    recordedAt: row.recordedAt,
  }))
}

function wordsOf(before: SnapshotRow, after: SnapshotRow, { protocol }: PathwaySnapshot): string {
  const list = (overrides: readonly Override[]) =>
    overrides.map((one) => overrideInWords(one, protocol, knownTests())).join('; ')
  const { added, removed } = changesBetween(before.overrides, after.overrides)
  const moved =
    before.protocolVersion === after.protocolVersion ? [] : [`Moved to version ${after.protocolVersion}`]
  return [
    ...moved,
    ...(added.length > 0 ? [`Changed for this person: ${list(added)}`] : []),
    ...(removed.length > 0 ? [`No longer so: ${list(removed)}`] : []),
  ].join('. ')
}
