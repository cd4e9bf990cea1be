import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { ToldBy, type ResultDecision } from '@/lib/platform/prisma-client/enums'
import { findResults, type ResultRow } from './internal/result-rows'
import { knownTests } from './known-tests'
import { resultInWords } from './result-in-words'
import { reviewsThatStand } from './review-state'
import { nameOfResult } from './what-was-examined'

/** Results of one test as somebody is told them. */
export type ResultsToTell = {
  results: { name: string; words: string; isReport: boolean }[]
  /** What was decided on them where it is more than that they are in range: with any, a person tells. */
  decisions: Exclude<ResultDecision, 'in_range'>[]
  /** The last review of them that stands; null where one has none. */
  lastReviewId: string | null
  sampledOn: CalendarDate | null
}

/** For who has the patient open. @param resultIds the versions in force of one test */
export async function readResultsToTell(
  tx: Tx,
  { patientId, resultIds }: { patientId: string; resultIds: readonly string[] },
): Promise<ResultsToTell> {
  return resultsToTell((await findResults(tx, { patientId })).filter(({ id }) => resultIds.includes(id)))
}

/** The same of results that were read before. */
export function resultsToTell(rows: readonly ResultRow[]): ResultsToTell {
  const reviews = rows.flatMap(reviewsThatStand)
  return {
    results: rows.map((row) => ({
      name: nameOfResult(knownTests(), row.analyteCode),
      words: resultInWords(row),
      isReport: row.valueText === null,
    })),
    decisions: reviews.flatMap(({ decision }) => (decision === 'in_range' ? [] : [decision])),
    lastReviewId:
      reviews
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? null,
    sampledOn:
      rows
        .map(({ sampledOn }) => fromDatabaseDate(sampledOn))
        .sort()
        .at(-1) ?? null,
  }
}

/** How somebody can ask at once what it means. */
const BY_A_PERSON: readonly ToldBy[] = [ToldBy.telephone, ToldBy.in_person]

/** How the person may be told: of what is not simply in range, by somebody whom they can ask. */
export function waysToTell({ decisions }: Pick<ResultsToTell, 'decisions'>): readonly ToldBy[] {
  return decisions.length === 0 ? Object.values(ToldBy) : BY_A_PERSON
}

/** @throws RuleBroken at `toldBy` if what is told is not in range and nobody talked with the person */
export function refuseInWriting({ decisions }: ResultsToTell, toldBy: ToldBy | ''): void {
  if (decisions.length === 0 || BY_A_PERSON.some((way) => way === toldBy)) return
  throw new RuleBroken([
    {
      field: 'toldBy',
      message:
        'This result is not simply in range: talk with the person by telephone or in person. A letter that says it again is then written by itself',
    },
  ])
}
