import 'server-only'
import { findResultsUnderTest } from '@/lib/follow-up/results-under-test'
import type { Tx } from '@/lib/platform/database'
import type { ResultView } from '../result-view'
import { findResults, type ResultRow } from './result-rows'
import { namesIn, viewResults, viewsOf } from './view-results'

/** A review that is owed: of a result, or of what answers a surveillance test. */
type Owed = { patientId: string; subjectId: string }

/**
 * For each owed review the results that wait, in the order given. Only what a review is about is read, with its other
 * versions: a patient of many years has hundreds of results. Where the dates give a result to another test than the one it
 * was filed for, since another came late, all of that patient's are.
 */
export async function waitingResults(tx: Tx, owed: readonly Owed[]): Promise<ResultView[][]> {
  const { ids, strayed } = await findAbout(tx, owed)
  const views = await viewsByPatient(tx, await findResults(tx, { ids }))
  const ofOthers = new Set(strayed)
  const found = []
  for (const one of owed) {
    const direct = (views.get(one.patientId) ?? []).filter((view) => view.awaitsReview && isAbout(view, one))
    const isSure = direct.length > 0 && !ofOthers.has(one.patientId)
    found.push(isSure ? direct : await waitingElsewhere(tx, one))
  }
  return found
}

function isAbout({ id, testId }: ResultView, { subjectId }: Owed): boolean {
  return id === subjectId || testId === subjectId
}

async function waitingElsewhere(tx: Tx, { patientId, subjectId }: Owed): Promise<ResultView[]> {
  const counted = await findResultsUnderTest(tx, { patientId, testId: subjectId })
  const views = await viewResults(tx, await findResults(tx, { patientId }))
  return views.filter(({ id, awaitsReview }) => awaitsReview && (id === subjectId || counted.includes(id)))
}

/** Views of results by patient: each patient's versions stand among their own alone. */
export async function viewsByPatient(tx: Tx, rows: readonly ResultRow[]): Promise<Map<string, ResultView[]>> {
  const nameOf = await namesIn(tx, rows)
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  return new Map([...byPatient].map(([patientId, own]) => [patientId, viewsOf(own, nameOf)]))
}

type About = { ids: string[]; strayed: string[] }

/**
 * The results that these reviews may be about, filed for the test or chosen for it, with their other versions; and the
 * patients with a result that nobody reviewed, filed for a test that none of these is about. By one statement.
 */
async function findAbout(tx: Tx, owed: readonly Owed[]): Promise<About> {
  const subjects = owed.map(({ subjectId }) => subjectId)
  const patients = [...new Set(owed.map(({ patientId }) => patientId))]
  const [about] = await tx.$queryRaw<About[]>`
    with own as materialized (
      select id, patient_id, test_id, replaces_id, order_number from result where patient_id = any (${patients}::uuid[])
    ), named as (
      select id, patient_id, replaces_id, order_number from own
      where id = any (${subjects}::uuid[]) or test_id = any (${subjects}::uuid[])
        or id in (select result_id from chosen_test where test_id = any (${subjects}::uuid[]))
    ), before as (
      select id from named union select replaces_id from named where replaces_id is not null
    )
    select
      (select coalesce(array_agg(distinct id), '{}') from (
        select id from before
        union all select own.id from own join before on own.replaces_id = before.id
        union all select own.id from own join named using (patient_id, order_number)) as version) as ids,
      (select coalesce(array_agg(distinct patient_id), '{}') from own
        where test_id <> all (${subjects}::uuid[])
          and not exists (select from own as later where later.replaces_id = own.id)
          and not exists (select from result_review as review where review.result_id = own.id)) as strayed`
  return about ?? { ids: [], strayed: [] }
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
