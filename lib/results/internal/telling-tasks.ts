import 'server-only'
import { resultTellingDays } from '@/lib/care-teams/standards'
import { tellBy } from '@/lib/follow-up/tell-by'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { reviewsThatStand } from '../review-state'
import { awaitsTelling } from '../telling-state'
import { oweAlone, type OfPatient } from './owed-alone'
import type { ResultRow } from './result-rows'

const holidays = parseBankHolidays(england)

/** Makes the ledger say of which results outside a pathway the person has to be told. */
export async function oweTellings(tx: Tx, ofPatient: OfPatient): Promise<void> {
  await oweAlone(tx, ofPatient, {
    kind: 'tell_result',
    waiting: awaitsTelling(ofPatient.rows),
    daysOf: resultTellingDays,
    dueOn: dayToTell,
    whyOver: ({ tellings }) => (tellings.length > 0 ? 'met' : 'superseded'),
  })
}

/** Counted from the review: what waits to be told has one that stands. */
function dayToTell(row: ResultRow, workingDays: number): CalendarDate {
  const reviewedOn = reviewsThatStand(row).at(-1)?.reviewedOn ?? row.recordedAt
  return tellBy({
    doneOn: fromDatabaseDate(row.sampledOn),
    reviewedOn: fromDatabaseDate(reviewedOn),
    workingDays,
    holidays,
  })
}
