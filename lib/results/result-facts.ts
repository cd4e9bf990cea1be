import 'server-only'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { findResults } from './internal/result-rows'
import type { ResultFact } from './result'
import { reviewsThatStand } from './review-state'

/** Every version of every result, and the days on which each was reviewed as it is judged now. */
export type ResultFacts = {
  results: ResultFact[]
  reviews: { resultId: string; on: CalendarDate }[]
}

/** What follow-up has to know of a patient's results. For who has the patient open. */
export async function listResultFacts(tx: Tx, patientId: string): Promise<ResultFacts> {
  const rows = await findResults(tx, patientId)
  return {
    results: rows.map(({ fact }) => fact),
    reviews: rows.flatMap((row) =>
      reviewsThatStand(row).map(({ reviewedOn }) => ({
        resultId: row.id,
        on: fromDatabaseDate(reviewedOn),
      })),
    ),
  }
}
