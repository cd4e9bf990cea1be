import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import { hotRead } from '@/lib/access/hot-read'
import { NotFound } from '@/lib/platform/errors'
import { firstPageOf, type FirstPage } from './first-page'
import type { FirstPageRow } from './first-page-row'
import { firstPageStatement } from './first-page-statement'

/**
 * What the practice goes into a review with, in one wait for the database. The view is logged.
 *
 * @throws NotFound, also where the person is not registered with a practice of the actor's
 */
export async function getFirstPage(
  actor: Actor,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<FirstPage> {
  if (!isUuid(patientId) || !isUuid(diagnosisId)) throw new NotFound()
  const [[row]] = await hotRead<[FirstPageRow[]]>(actor, firstPageStatement(patientId, diagnosisId))
  const page = row && firstPageOf(row)
  if (!page) throw new NotFound()
  return page
}
