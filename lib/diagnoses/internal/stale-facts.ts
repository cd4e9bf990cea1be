import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale, type StaleDifference } from '@/lib/platform/errors'

type Row = {
  version: number
  recordedAt: Date
  recordedById: string | null
  voidedAt: Date | null
  voidedById: string | null
}

/** Who marked it as recorded in error, or recorded it, since it was shown. Not there at all: as somebody else's. */
export async function staleVoid(tx: Tx, row: Row | null): Promise<Stale | NotFound> {
  if (!row) return new NotFound()
  return row.voidedAt
    ? staleFact(tx, row, { by: row.voidedById, at: row.voidedAt })
    : staleFact(tx, row, { by: row.recordedById, at: row.recordedAt })
}

/** Says who changed it since it was shown, when, and what is different. */
export async function staleFact(
  tx: Tx,
  row: Pick<Row, 'version'>,
  { by, at, differences }: { by: string | null; at: Date; differences?: StaleDifference[] },
): Promise<Stale> {
  const nameOf = await staffNames(tx, [by])
  return new Stale(nameOf(by), at, differences, row.version)
}
