import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { ResultsOfTests } from '@/lib/results/results-of-tests'
import { answerableOf, type AnswerableTest } from './answerable-tests'
import { knownTest } from './internal/find-test'
import { findPathwayRows } from './internal/pathway-rows'
import { knownPathway, type KnownPathway } from './internal/read-pathways'
import { standingOf, testsByKey } from './internal/standing'
import { dueKey } from './internal/test-key'
import { livePathwaysOf, type LivePathway } from './live-pathways'

/** What follow-up says of the results of one patient. */
export type FollowUpOfPatient = {
  /** As `listLivePathways`. */
  live: LivePathway[]
  /** As `findAnsweredTest`. */
  answered(testId: string | null): AnswerableTest | null
  /**
   * The results in force that a test of a pathway counts, as its tasks mean them: dates may give a result to another test
   * than the one it was filed for, when another comes late. Empty where there is no such test.
   */
  resultsUnder(testId: string): readonly string[]
  /** The test under which the person waits to be told this result; null where they do not. */
  toldUnder(resultId: string): string | null
}

/**
 * The follow-up of a patient whose results were read before, by one statement. For who has the patient open.
 *
 * @param resultsOf of those results the ones that answer these tests
 */
export async function readFollowUpOf(
  tx: Tx,
  patientId: string,
  resultsOf: (testIds: ReadonlySet<string>) => ResultsOfTests,
): Promise<FollowUpOfPatient> {
  const rows = await findPathwayRows(tx, { patientIds: [patientId] })
  const pathways = rows.map((row) => knownPathway(row, resultsOf(new Set(row.tests.map(({ id }) => id)))))
  return {
    live: livePathwaysOf(pathways),
    answered: (testId) => {
      const pathway = rows.find(({ tests }) => tests.some(({ id }) => id === testId))
      const test = pathway?.tests.find(({ id }) => id === testId)
      return pathway && test ? answerableOf({ ...test, team: pathway.team, pathway }) : null
    },
    resultsUnder: (testId) => pathways.flatMap((pathway) => knownTest(pathway, testId)?.resultIds ?? []),
    toldUnder: (resultId) => pathways.map((pathway) => testToTell(pathway, resultId)).find(Boolean) ?? null,
  }
}

function testToTell(pathway: KnownPathway, resultId: string): string | null {
  const tests = [...testsByKey(standingOf(pathway, today())).values()]
  const waiting = tests.find(
    ({ state, metBy }) => state === 'reviewed' && metBy?.resultIds.includes(resultId),
  )
  return pathway.row.tests.find((row) => dueKey(row) === waiting?.key)?.id ?? null
}
