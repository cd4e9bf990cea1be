import 'server-only'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { isTestOf } from '@/lib/follow-up/live-pathways'
import { findNextTest } from '@/lib/follow-up/next-date'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import { testName } from './known-tests'
import type { ResultView } from './result-view'
import { resultsToTell, waysToTell } from './results-to-tell'

/** What the person is to be told: the result, and the next date. */
export type TellingPage = {
  result: ResultView
  waysToTell: readonly ToldBy[]
  next: { name: string; dueOn: CalendarDate } | null
}

/**
 * A result that the person is to be told of outside a pathway, as tasks name it; null where what they name is a test of
 * follow-up, which has a page of its own.
 *
 * @throws NotFound, NotAllowed
 */
export async function findTelling(
  actor: Actor,
  { patientId, resultId }: { patientId: string; resultId: string },
): Promise<TellingPage | null> {
  await getPatientPage(actor, patientId)
  if (!isUuid(resultId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['result_telling', 'create'])
    const rows = await findResults(tx, { patientId })
    const views = await viewResults(tx, rows)
    const result = views.find(({ id }) => id === resultId)
    if (!result) {
      if (await isTestOf(tx, { patientId, testId: resultId })) return null
      throw new NotFound()
    }
    const next = await findNextTest(tx, { patientId, after: today() })
    await recordAccess(tx, { event: 'result.viewed', patientId, entityId: result.id })
    const ways = waysToTell(resultsToTell(rows.filter(({ id }) => id === resultId)))
    return { result, waysToTell: ways, next: next && { name: testName(next.testCode), dueOn: next.dueOn } }
  })
}
