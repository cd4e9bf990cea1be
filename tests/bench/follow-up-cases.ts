import { Pool } from 'pg'
import { parseFollowUpFilter } from '@/lib/follow-up/follow-up-filter'
import { listFollowUp } from '@/lib/follow-up/list-follow-up'
import { routes } from '@/lib/platform/routes'
import { getResult } from '@/lib/results/queries'
import { listResultsToReview } from '@/lib/results/results-to-review'
import { readingPage, type BenchCase } from './cases'
import type { BenchDatabase } from './database'
import { actorOf, type Viewers } from './sessions'

/** The first page of the 2,000 people whom each of the first teams follows up. */
export function followUpListPage({ clinicians }: Viewers): BenchCase {
  return readingPage({
    name: 'people on follow-up',
    viewers: clinicians,
    pathOf: () => routes.followUpList(),
    read: async (viewer) => {
      await listFollowUp(await actorOf(viewer), parseFollowUpFilter({}))
    },
  })
}

/** The results that each of the first teams has to review. */
export function resultsPage({ clinicians }: Viewers): BenchCase {
  return readingPage({
    name: 'results to review',
    viewers: clinicians,
    pathOf: () => routes.resultsToReview(),
    read: async (viewer) => {
      await listResultsToReview(await actorOf(viewer))
    },
  })
}

/** Tests whose number waits for review, of people who have ten years of them. */
const WAITING = `
  select task.patient_id as patient, task.subject_id as test
  from task join surveillance_test as test on test.id = task.subject_id
  where task.kind = 'review_result' and task.closed_at is null and task.team_id = $1 and test.test_code in ('psa', 'cea')
  order by task.id limit 100`

/** One result that waits for review, with the trend of ten years. */
export async function reviewResultPage(
  { clinicians }: Viewers,
  { superuserUrl }: BenchDatabase,
): Promise<BenchCase> {
  const superuser = new Pool({ connectionString: superuserUrl, max: 1 })
  const testOf = new Map<string, string>()
  const viewers = []
  for (const viewer of clinicians) {
    const { rows } = await superuser.query<{ patient: string; test: string }>(WAITING, [viewer.teamId])
    for (const { patient, test } of rows) testOf.set(patient, test)
    if (rows.length > 0) viewers.push({ ...viewer, patients: rows.map(({ patient }) => patient) })
  }
  await superuser.end()
  const idOf = (patientId: string) => testOf.get(patientId) ?? ''
  return readingPage({
    name: 'review of a result',
    viewers,
    pathOf: (patientId) => routes.result(patientId, idOf(patientId)),
    read: async (viewer, patientId) => {
      await getResult(await actorOf(viewer), { patientId, resultId: idOf(patientId) })
    },
    idsOf: (patientId) => [patientId, idOf(patientId)],
  })
}
