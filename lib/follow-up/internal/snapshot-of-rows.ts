import 'server-only'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Override, PathwaySnapshot } from '../pathway'
import type { Protocol } from '../protocol'
import type { Prisma } from '@/lib/platform/prisma-client/client'

/** What a pathway's row has to be read with to know what it asks. */
export const WITH_SNAPSHOT = {
  patient: { select: { bornOn: true, diedOn: true } },
  protocols: { orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.FollowUpPathwayInclude

type RowWithSnapshot = Prisma.FollowUpPathwayGetPayload<{ include: typeof WITH_SNAPSHOT }>

/** What the pathway asks: the protocol as it was kept last, with what was changed for the person. */
export function snapshotOf({
  protocols,
  anchorOn,
  startedOn,
  patient,
}: RowWithSnapshot): PathwaySnapshot | null {
  const [kept] = protocols
  if (!kept) return null
  const overrides = kept.overrides as Override[]
  const anchor = overrides.findLast((override) => override.kind === 'anchor')
  return {
    // Written by this module alone, as a protocol that was checked when it was read.
    protocol: kept.content as Protocol,
    overrides,
    anchorOn: anchor?.kind === 'anchor' ? anchor.on : fromDatabaseDate(anchorOn),
    startedOn: fromDatabaseDate(startedOn),
    bornOn: fromDatabaseDate(patient.bornOn),
  }
}
