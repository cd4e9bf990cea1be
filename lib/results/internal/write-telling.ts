import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { findNextTest } from '@/lib/follow-up/next-date'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate, toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { readResultsToTell, refuseInWriting } from '../results-to-tell'
import type { ResultRow } from './result-rows'
import { oweReviews } from './review-tasks'
import { writeToldResult } from './write-told-result'

/** That the person was told a result that answers no test and waits to be told, by a team. */
type Telling = { row: ResultRow; teamId: string; toldBy: ToldBy; on: CalendarDate; note: string | null }

/**
 * Writes that the person was told, with the next date and the letters, for who holds the patient's results.
 *
 * @returns what the access log has to say of it: the caller records it last
 * @throws RuleBroken at `toldBy` if it is not in range and nobody talked with the person
 */
export async function writeTelling(
  tx: Tx,
  actor: Actor,
  { row, teamId, toldBy, on, note }: Telling,
): Promise<AccessEntry[]> {
  const { id: resultId, patientId } = row
  const told = await readResultsToTell(tx, { patientId, resultIds: [resultId] })
  refuseInWriting(told, toldBy)
  const next = await findNextTest(tx, { patientId, after: on })
  const tellingId = uuidv7()
  await tx.resultTelling.createMany({
    data: [
      {
        id: tellingId,
        patientId,
        resultId,
        teamId,
        on: toDatabaseDate(on),
        toldBy,
        nextOn: toDatabaseDateOrNull(next?.dueOn ?? null),
        note,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
  await oweReviews(tx, patientId, 'met')
  const letters = await writeToldResult(tx, actor, { row, tellingId, teamId, told, toldBy, on, next })
  return [{ event: 'result.told', patientId, entityId: resultId }, ...letters]
}
