import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { Stale, type StaleDifference } from '@/lib/platform/errors'
import type { StoredDraft } from './assessment-course'

/** Says who saved the draft since it was shown, and when. */
export async function staleDraft(
  tx: Tx,
  actor: Actor,
  draft: Pick<StoredDraft, 'updatedById' | 'updatedAt' | 'version'>,
  differences: StaleDifference[] = [],
): Promise<Stale> {
  const nameOf = await staffNames(tx, [draft.updatedById])
  const changedBy = draft.updatedById === actor.staffId ? 'You, on another page,' : nameOf(draft.updatedById)
  return new Stale(changedBy, draft.updatedAt, differences, draft.version)
}
