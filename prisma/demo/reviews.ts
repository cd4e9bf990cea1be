import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordDecline } from '@/lib/cancer-care-reviews/record-decline'
import { recordInvitation } from '@/lib/cancer-care-reviews/record-invitation'
import { saveReviewWishes } from '@/lib/cancer-care-reviews/save-review-draft'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import type { ReviewChannel } from '@/lib/platform/prisma-client/enums'
import {
  recordedReview,
  typedAction,
  type ReviewPlace,
  type ReviewPlan,
} from '@/tests/factories/review-drafts'
import type { Scene } from './scene'

/** The person rang, and said what they want to talk about. */
export async function wantsToTalk(scene: Scene, daysAgo: number, by: Actor, words: string): Promise<void> {
  const place = await placeOf(scene)
  await scene.on(daysAgo, () => saveReviewWishes(by, { ...place, version: 0, words, toldBy: 'person' }))
}

/** The practice invites the person to a cancer care review. */
export async function isInvited(
  scene: Scene,
  daysAgo: number,
  by: Actor,
  channel: ReviewChannel,
): Promise<void> {
  const invitation = { ...(await placeOf(scene)), on: scene.day(daysAgo), channel, note: null }
  await scene.on(daysAgo, () => recordInvitation(by, invitation))
}

/** The person does not want a review now. */
export async function declinesReview(scene: Scene, daysAgo: number, by: Actor, note: string): Promise<void> {
  const declined = { ...(await placeOf(scene)), on: scene.day(daysAgo), note }
  await scene.on(daysAgo, () => recordDecline(by, declined))
}

type Agreed = { owner: 'person' | 'practice' | 'hospital'; what: string; inDays: number }
type Held = Omit<ReviewPlan, 'heldOn' | 'nextReviewOn' | 'actions'> & {
  agreed?: readonly Agreed[]
  nextInDays?: number
}

/** The practice holds a review, and records it on the same day. Days are counted from that one. */
export async function isReviewed(
  scene: Scene,
  daysAgo: number,
  by: Actor,
  { agreed = [], nextInDays, ...said }: Held,
): Promise<void> {
  const place = await placeOf(scene)
  const actions = agreed.map(({ owner, what, inDays }) =>
    typedAction(owner === 'hospital' ? scene.teamId : owner, { what, dueOn: scene.day(daysAgo - inDays) }),
  )
  const nextReviewOn = nextInDays === undefined ? undefined : scene.day(daysAgo - nextInDays)
  const heldOn = scene.day(daysAgo)
  await scene.on(daysAgo, () => recordedReview(by, place, { ...said, heldOn, nextReviewOn, actions }))
}

async function placeOf({ patientId, clinician }: Scene): Promise<ReviewPlace> {
  const [first] = await asActor(clinician, (tx) => listDiagnoses(tx, patientId))
  if (!first) throw new Error('demo data: nothing is diagnosed')
  return { patientId, diagnosisId: first.id }
}
