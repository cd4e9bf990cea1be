import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { Stale } from '@/lib/platform/errors'
import { staleDraft } from './internal/stale-draft'

/** Whose work in progress it is, on which form, about what. */
export type DraftPlace = { patientId: string; teamId: string; form: string; subjectId: string }

export type KeptDraft = {
  id: string
  version: number
  content: unknown
  updatedAt: Date
  updatedById: string
}

/** The draft of another module's form, as it was saved last; null where there is none. */
export async function findDraft(tx: Tx, place: DraftPlace): Promise<KeptDraft | null> {
  return tx.draft.findFirst({
    where: place,
    select: { id: true, version: true, content: true, updatedAt: true, updatedById: true },
  })
}

/**
 * Keeps a draft, for who has the patient open.
 *
 * @param written `version`: the one that was shown; 0 where there was none yet
 * @returns the version it has now; null where it is not the one that was shown any more
 */
export async function keepDraft(
  tx: Tx,
  actor: Actor,
  place: DraftPlace,
  { content, version }: { content: Prisma.InputJsonObject; version: number },
): Promise<number | null> {
  const written = { content, updatedAt: now(), updatedById: actor.staffId }
  const { count } =
    version === 0
      ? await tx.draft.createMany({
          data: { ...place, ...written, createdAt: now(), createdById: actor.staffId },
          skipDuplicates: true,
        })
      : await tx.draft.updateMany({
          where: { ...place, version },
          data: { ...written, version: { increment: 1 } },
        })
  return count === 1 ? version + 1 : null
}

/** Takes a draft away, which also keeps anybody else from filing it. @returns whether it was this version still */
export async function takeDraft(
  tx: Tx,
  { id, version }: Pick<KeptDraft, 'id' | 'version'>,
): Promise<boolean> {
  const { count } = await tx.draft.deleteMany({ where: { id, version } })
  return count === 1
}

/** Says who saved the draft since it was shown, and when. */
export const draftIsStale = (tx: Tx, actor: Actor, draft: KeptDraft): Promise<Stale> =>
  staleDraft(tx, actor, draft)
