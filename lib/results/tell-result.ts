import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { findResults, lockResults, type ResultRow } from './internal/result-rows'
import { writeTelling } from './internal/write-telling'
import type { tellResultSchema } from './schema'
import { isOwedByItself } from './review-state'
import { awaitsTelling } from './telling-state'

type Input = Omit<z.output<typeof tellResultSchema>, 'returnTo'>

/**
 * Records that the person was told what a result says that answers no test of a pathway, and the next date they were given.
 * The practice reads it since it was signed off, and both have it in writing.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody else has told them
 * @throws RuleBroken if it has not been reviewed, is told under its test, or is not in range and nobody talked with the person
 */
export async function tellResult(actor: Actor, input: Input): Promise<null> {
  const { patientId, resultId, on, toldBy, note } = input
  return asActor(actor, async (tx) => {
    const teamId = actingTeam(await openPatient(tx, actor, patientId, ['result_telling', 'create']))
    await lockResults(tx, patientId)
    const rows = await findResults(tx, { patientId })
    const row = rows.find(({ id }) => id === resultId)
    if (!row) throw new NotFound()
    await refuseUnready(tx, rows, row, input)
    await recordAccess(tx, ...(await writeTelling(tx, actor, { row, teamId, toldBy, on, note })))
    return null
  })
}

async function refuseUnready(
  tx: Tx,
  rows: readonly ResultRow[],
  row: ResultRow,
  { on }: Input,
): Promise<void> {
  const [last] = row.tellings.slice(-1)
  if (last) {
    const nameOf = await staffNames(tx, [last.recordedById])
    throw new Stale(nameOf(last.recordedById), last.recordedAt)
  }
  if (!isOwedByItself(row))
    throw new RuleBroken('This result answers a test of follow-up. Open the test and record it there')
  if (!awaitsTelling(rows).includes(row))
    throw new RuleBroken('Somebody has to review this result before the person is told. Open it again')
  if (toDatabaseDate(on) < row.sampledOn)
    throw new RuleBroken([{ field: 'on', message: 'Date must be the day of the sample or later' }])
}
