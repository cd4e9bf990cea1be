import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale, type StaleDifference } from '@/lib/platform/errors'
import { helpKinds, type HelpKind } from '../help-library'

export type HelpWords = { kind: HelpKind; title: string; detail: string }

/** The kind as the vocabulary has it; the column is text, so that a later kind needs no migration. */
export function helpKindOf(kind: string): HelpKind {
  return helpKinds.find((known) => known === kind) ?? 'information'
}

/** Says who changed an entry meanwhile. @throws Stale, or NotFound if it is not there or was retired */
export async function refuseStaleHelp(
  tx: Tx,
  entryId: string,
  organisationId: string,
  compare: (current: HelpWords) => StaleDifference[],
): Promise<never> {
  const current = await tx.helpEntry.findFirst({ where: { id: entryId, organisationId, retiredAt: null } })
  if (!current) throw new NotFound()
  const name = await staffNames(tx, [current.updatedById])
  const differences = compare({ ...current, kind: helpKindOf(current.kind) })
  throw new Stale(
    name(current.updatedById),
    current.updatedAt,
    differences.filter(({ theirs, yours }) => theirs !== yours),
    current.version,
  )
}
