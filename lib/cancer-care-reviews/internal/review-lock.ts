import 'server-only'
import type { Tx } from '@/lib/platform/database'

const REVIEW_LOCK = 481015

/** A server holds only so many locks: the many people of an import share these. */
const LOCKS = 512

/**
 * Keeps whoever else would change what these people's reviews are reckoned from waiting until the transaction ends, so that
 * whoever reckons last has seen it all. Taken before any task is touched, and always in one order.
 */
export async function lockReviews(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select count(pg_advisory_xact_lock(${REVIEW_LOCK}::int, bucket)) from (
      select distinct abs(hashtext(wanted.id::text) % ${LOCKS}::int) as bucket
      from unnest(${[...patientIds]}::uuid[]) as wanted (id) order by bucket) as buckets`
}
