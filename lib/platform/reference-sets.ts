import 'server-only'
import type { Tx } from './database'

/** The version of a set of reference data that was loaded last, or null. */
export async function newestReferenceVersion(tx: Tx, name: string): Promise<string | null> {
  const newest = await tx.referenceSet.findFirst({
    where: { name },
    orderBy: [{ loadedAt: 'desc' }, { version: 'desc' }],
    select: { version: true },
  })
  return newest?.version ?? null
}
