import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { draftIsStale, keepDraft } from '@/lib/needs-assessments/stored-drafts'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { openReviewInProgress, type ReviewInProgress, type ReviewPlace } from './internal/review-in-progress'
import type { saveReviewDraftSchema, saveReviewWishesSchema } from './recording-schema'
import { checkReview } from './recording-rules'
import type { ReviewDraft } from './review-draft'
import { today } from '@/lib/platform/clock'

const GONE = 'This draft was filed or discarded meanwhile. Open the page again to begin anew'

/**
 * Keeps a review in progress exactly as typed, for the actor's practice and any of its devices. What the person wants to
 * talk about, noted before, stays with it.
 *
 * @param input `version`: the one that was shown; 0 where there was no draft yet. `isFinished`: say what is missing
 * @returns the version it has now, and what is missing. Saving again what is stored already changes nothing
 * @throws NotFound, NotAllowed; Stale if somebody saved something else meanwhile; RuleBroken if it was filed or discarded
 */
export async function saveReviewDraft(
  actor: Actor,
  input: z.output<typeof saveReviewDraftSchema>,
): Promise<{ version: number; problems: FieldError[] }> {
  return asActor(actor, async (tx) => {
    const opened = await openReviewInProgress(tx, actor, input, ['review_draft', 'update'])
    const draft = { ...input.draft, wishes: opened.draft.wishes }
    const version = await writeDraft(tx, actor, opened, { draft, version: input.version })
    const checked = input.isFinished ? checkReview(draft, opened.grounds) : null
    await logSaved(tx, input, version)
    return { version, problems: checked && !checked.ok ? checked.problems : [] }
  })
}

/**
 * Notes what the person or their carer wants to talk about, when they are invited or ring beforehand. It is kept with the
 * draft, so that it may be put otherwise, and filed with the review.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the draft was filed or discarded meanwhile
 */
export async function saveReviewWishes(
  actor: Actor,
  input: z.output<typeof saveReviewWishesSchema>,
): Promise<null> {
  const { words, toldBy, version } = input
  return asActor(actor, async (tx) => {
    const opened = await openReviewInProgress(tx, actor, input, ['review_draft', 'update'])
    const wishes = { words, toldBy, toldOn: today() }
    const saved = await writeDraft(tx, actor, opened, { draft: { ...opened.draft, wishes }, version })
    await logSaved(tx, input, saved)
    return null
  })
}

async function writeDraft(
  tx: Tx,
  actor: Actor,
  { place, stored, draft: before }: ReviewInProgress,
  { draft, version }: { draft: ReviewDraft; version: number },
): Promise<number> {
  if (stored && stored.version !== version) {
    if (isDeepStrictEqual(before, draft)) return stored.version
    throw await draftIsStale(tx, actor, stored)
  }
  const written = await keepDraft(tx, actor, place, { content: draft, version })
  if (written === null) throw new RuleBroken(GONE)
  return written
}

async function logSaved(tx: Tx, { patientId, diagnosisId }: ReviewPlace, version: number): Promise<void> {
  await recordAccess(tx, {
    event: 'cancer_care_review.draft_saved',
    patientId,
    entityId: diagnosisId,
    detail: { version },
  })
}
