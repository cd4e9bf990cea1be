import 'server-only'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Actor } from './actor'

/** What an earlier form of the actor's own answered, for a page that shows it; null if there is none of that action. */
export async function findSubmissionResult(
  tx: Tx,
  actor: Actor,
  { id, action }: { id: string; action: string },
): Promise<unknown> {
  const submission = await tx.submission.findFirst({
    where: { id, action, staffId: actor.staffId },
    select: { result: true },
  })
  return submission?.result ?? null
}

/** How often the actor has done this in the last so many seconds, the present time included. */
export async function countSubmissions(
  tx: Tx,
  actor: Actor,
  { action, seconds }: { action: string; seconds: number },
): Promise<number> {
  const since = new Date(now().getTime() - seconds * 1000)
  return tx.submission.count({ where: { staffId: actor.staffId, action, createdAt: { gte: since } } })
}
