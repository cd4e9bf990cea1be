import 'server-only'
import { findResultsUnderTest } from '@/lib/follow-up/results-under-test'
import type { Tx } from '@/lib/platform/database'
import type { ResultView } from '../result-view'
import { findResults, type ResultRow } from './result-rows'
import { viewResults } from './view-results'

/** A review that is owed: of a result, or of what answers a surveillance test. */
type Owed = { patientId: string; subjectId: string }

/**
 * For each owed review the results that wait, in the order given. Only what a review is about is read, with its other
 * versions: a patient of many years has hundreds of results. Where the dates give a result to another test than the one it
 * was filed for, since another came late, all of that patient's are.
 */
export async function waitingResults(tx: Tx, owed: readonly Owed[]): Promise<ResultView[][]> {
  const views = await viewsByPatient(tx, await findResults(tx, { id: { in: await idsAbout(tx, owed) } }))
  const strayed = await patientsWithOthers(tx, owed)
  const found = []
  for (const one of owed) {
    const direct = (views.get(one.patientId) ?? []).filter((view) => view.awaitsReview && isAbout(view, one))
    const isSure = direct.length > 0 && !strayed.has(one.patientId)
    found.push(isSure ? direct : await waitingElsewhere(tx, one))
  }
  return found
}

/** Patients with a result that nobody reviewed, filed for a test that none of these is about. */
async function patientsWithOthers(tx: Tx, owed: readonly Owed[]): Promise<Set<string>> {
  const rows = await tx.result.findMany({
    where: {
      patientId: { in: [...new Set(owed.map(({ patientId }) => patientId))] },
      testId: { not: null, notIn: owed.map(({ subjectId }) => subjectId) },
      reviews: { none: {} },
      replacedBy: { none: {} },
    },
    select: { patientId: true },
  })
  return new Set(rows.map(({ patientId }) => patientId))
}

function isAbout({ id, testId }: ResultView, { subjectId }: Owed): boolean {
  return id === subjectId || testId === subjectId
}

async function waitingElsewhere(tx: Tx, { patientId, subjectId }: Owed): Promise<ResultView[]> {
  const counted = await findResultsUnderTest(tx, { patientId, testId: subjectId })
  const views = await viewResults(tx, await findResults(tx, { patientId }))
  return views.filter(({ id, awaitsReview }) => awaitsReview && (id === subjectId || counted.includes(id)))
}

/** Views of waiting results by patient: each patient's versions stand among their own alone. */
export async function viewsByPatient(tx: Tx, rows: readonly ResultRow[]): Promise<Map<string, ResultView[]>> {
  const byPatient = new Map<string, ResultRow[]>()
  for (const row of rows) byPatient.set(row.patientId, [...(byPatient.get(row.patientId) ?? []), row])
  const views = new Map<string, ResultView[]>()
  for (const [patientId, own] of byPatient) views.set(patientId, await viewResults(tx, own))
  return views
}

async function idsAbout(tx: Tx, owed: readonly Owed[]): Promise<string[]> {
  const subjects = owed.map(({ subjectId }) => subjectId)
  const ofTest = { testId: { in: subjects } }
  const filed = await tx.result.findMany({
    where: { OR: [{ id: { in: subjects } }, ofTest] },
    select: { id: true },
  })
  const chosen = await tx.chosenTest.findMany({ where: ofTest, select: { resultId: true } })
  return withVersions(tx, [...filed.map(({ id }) => id), ...chosen.map(({ resultId }) => resultId)])
}

/** These results with the versions before and after each, and those of the same order. */
export async function withVersions(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const known = await tx.result.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, patientId: true, replacesId: true, orderNumber: true },
  })
  const before = known.flatMap(({ replacesId }) => replacesId ?? [])
  const orders = known.flatMap(({ orderNumber }) => orderNumber ?? [])
  const patientId = { in: [...new Set(known.map((one) => one.patientId))] }
  const others = await tx.result.findMany({
    where: {
      OR: [
        { id: { in: before } },
        { replacesId: { in: [...ids, ...before] } },
        { patientId, orderNumber: { in: orders } },
      ],
    },
    select: { id: true },
  })
  return [...new Set([...known, ...others].map(({ id }) => id))]
}
