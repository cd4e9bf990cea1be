import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'

type Withdrawing = { summaryId: string; codes: readonly string[]; reason: string }

/** Stands in for taking requests back: nothing is asked yet. */
export async function withdrawRequests(_tx: Tx, _actor: Actor, _withdrawing: Withdrawing): Promise<number> {
  return 0
}
