import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { readFollowUpOf } from '@/lib/follow-up/follow-up-of-patient'
import type { Tx } from '@/lib/platform/database'
import type { ResultView } from '../result-view'
import { resultsOfTests } from '../results-of-tests'
import { findResults } from './result-rows'
import type { OwedReviews } from './owed-reviews'
import { viewResults } from './view-results'

/** A review that is owed: of a result, or of what answers a surveillance test. */
type Owed = { patientId: string; subjectId: string }

/**
 * For each owed review the results that wait, in the order given. Where the dates give a result to another test than the one
 * it was filed for, since another came late, all results of that patient are read.
 */
export async function waitingResults(
  actor: Actor,
  owed: readonly Owed[],
  { views, strayed }: Pick<OwedReviews, 'views' | 'strayed'>,
): Promise<ResultView[][]> {
  const direct = owed.map((one) =>
    (views.get(one.patientId) ?? []).filter((view) => view.awaitsReview && isAbout(view, one)),
  )
  const isSure = (one: Owed, place: number) => direct[place]?.length !== 0 && !strayed.has(one.patientId)
  if (owed.every(isSure)) return direct
  return asActor(actor, async (tx) => {
    const found = []
    for (const [place, one] of owed.entries())
      found.push(isSure(one, place) ? (direct[place] ?? []) : await waitingElsewhere(tx, one))
    return found
  })
}

function isAbout({ id, testId }: ResultView, { subjectId }: Owed): boolean {
  return id === subjectId || testId === subjectId
}

async function waitingElsewhere(tx: Tx, { patientId, subjectId }: Owed): Promise<ResultView[]> {
  const rows = await findResults(tx, { patientId })
  const followUp = await readFollowUpOf(tx, patientId, (testIds) => resultsOfTests(rows, testIds))
  const counted = followUp.resultsUnder(subjectId)
  const views = await viewResults(tx, rows)
  return views.filter(({ id, awaitsReview }) => awaitsReview && (id === subjectId || counted.includes(id)))
}
