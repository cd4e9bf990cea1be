import 'server-only'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { readFollowUpOf, type FollowUpOfPatient } from '@/lib/follow-up/follow-up-of-patient'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import { howReleased, releaseRulesOf } from './internal/keep-releases'
import { pathwayToFollow } from './internal/pathway-of-result'
import { findResults, type ResultRow } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import { releaseInWords } from './release'
import { trendOf, type ResultTrend } from './result-trend'
import type { ResultView } from './result-view'
import { resultsOfTests } from './results-of-tests'
import { asToAnswer, type TestToAnswer } from './test-choice'

export type ResultList = { results: ResultView[]; mayFile: boolean }

/** All results of a patient, the latest sample first. @throws NotFound, NotAllowed */
export async function listResults(actor: Actor, patientId: string): Promise<ResultList> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['result', 'read'])
    const results = await viewResults(tx, await findResults(tx, { patientId }))
    await recordAccess(tx, { event: 'result.viewed', patientId, detail: { results: results.length } })
    return { results, mayFile: may(context, 'create') }
  })
}

export type ResultPage = {
  result: ResultView
  /** What staff call the protocol that it was judged by; null where there was none. */
  judgedBy: string | null
  /** Other versions of the same result, the latest first. */
  versions: ResultView[]
  trend: ResultTrend | null
  /** Why the person may be told from then on, or may not yet: the rule of the protocol in words. */
  releaseRule: string
  /** The test of follow-up that it answers; null where it stands by itself. */
  answers: TestToAnswer | null
  /** The test under which the person waits to be told it; null where they do not, or it is told by itself. */
  toldUnder: string | null
  /** There is a pathway that can follow what is decided. */
  hasPathway: boolean
  mayReview: boolean
  mayFile: boolean
}

type Place = { patientId: string; resultId: string }

/**
 * One result with what it has to be seen beside.
 *
 * @param place `resultId`: of the result, or of the surveillance test that it answers, as tasks name it
 * @throws NotFound, NotAllowed
 */
export async function getResult(actor: Actor, { patientId, resultId }: Place): Promise<ResultPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['result', 'read'])
    const rows = await findResults(tx, { patientId })
    const views = await viewResults(tx, rows)
    const followUp = await readFollowUpOf(tx, patientId, (testIds) => resultsOfTests(rows, testIds))
    const result = shown(views, followUp, resultId)
    const row = rows.find(({ id }) => id === result?.id)
    if (!result || !row) throw new NotFound()
    const answered = followUp.answered(result.testId)
    const pathway = pathwayToFollow(followUp.live, answered?.pathwayId, row.analyteCode)
    const page = {
      result,
      judgedBy: judgedBy(result, followUp.live),
      versions: versionsOf(views, rows, row),
      trend: await trendOf(tx, rows, row, pathway?.snapshot ?? null),
      releaseRule: releaseInWords(howReleased(row, releaseRulesOf(followUp.live))),
      answers: answered && asToAnswer(answered),
      toldUnder: isReviewed(result) ? followUp.toldUnder(result.id) : null,
      hasPathway: pathway !== null,
      mayReview: result.awaitsReview && may(context, 'sign'),
      mayFile: may(context, 'create'),
    }
    await recordAccess(tx, { event: 'result.viewed', patientId, entityId: result.id })
    return page
  })
}

/** A result by its id; of a test the one that waits for review, else the last that stands. */
function shown(
  views: readonly ResultView[],
  followUp: FollowUpOfPatient,
  id: string,
): ResultView | undefined {
  const own = views.find((view) => view.id === id)
  if (own) return own
  const counted = followUp.resultsUnder(id)
  const ofTest = views.filter(
    (view) => view.isStanding && (counted.includes(view.id) || (counted.length === 0 && view.testId === id)),
  )
  return ofTest.find((one) => one.awaitsReview) ?? ofTest[0]
}

function versionsOf(views: readonly ResultView[], rows: readonly ResultRow[], row: ResultRow): ResultView[] {
  const same = new Set(
    rows
      .filter(({ fact }) => fact.specimen === row.fact.specimen && fact.code === row.fact.code)
      .map(({ id }) => id),
  )
  return views.filter(({ id }) => same.has(id) && id !== row.id)
}

/** `“Prostate, after surgery”, version 2026-11`; by its code once no pathway of the person has it any more. */
function judgedBy({ protocol }: ResultView, live: FollowUpOfPatient['live']): string | null {
  if (!protocol) return null
  const known = live.find(({ snapshot }) => snapshot.protocol.id === protocol.id)
  return `“${known?.snapshot.protocol.title ?? protocol.id}”, version ${protocol.version}`
}

function isReviewed({ isStanding, awaitsReview, reviews }: ResultView): boolean {
  return isStanding && !awaitsReview && reviews.length > 0
}

function may(context: CareContext, verb: 'create' | 'sign'): boolean {
  return mayUnderCare(context, 'result', verb).allowed
}
