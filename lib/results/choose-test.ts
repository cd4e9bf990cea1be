import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { pathwaysOfTests } from '@/lib/follow-up/live-pathways'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { chosenTest, keepChoice } from './internal/chosen-test'
import { findResults, lockResults, type ResultRow } from './internal/result-rows'
import { oweReviews } from './internal/review-tasks'
import { standingVersions } from './result'
import type { chooseTestSchema } from './schema'

/**
 * Says which test of a pathway a result answers, or that it answers none, and why. Its review, and telling the person, move
 * to the ledger of that test at once.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody else said so since it was shown
 * @throws RuleBroken if it is no result that stands, or no test that it could answer
 */
export async function chooseTest(actor: Actor, input: z.output<typeof chooseTestSchema>): Promise<null> {
  const { patientId, resultId, answers, reason } = input
  return asActor(actor, async (tx) => {
    const ownTeamId = actingTeam(await openPatient(tx, actor, patientId, ['chosen_test', 'create']))
    await lockResults(tx, patientId)
    const row = standing(await findResults(tx, { patientId }), resultId)
    await refuseStale(tx, row, input)
    const test = await chosenTest(tx, { patientId, code: row.analyteCode }, answers)
    const teamId = test?.teamId ?? ownTeamId
    const recordedById = actor.staffId
    await keepChoice(tx, { patientId, resultId, teamId, testId: test?.id ?? null, reason, recordedById })
    await oweReviews(tx, patientId, 'superseded')
    // The pathway that it leaves owes its own test again.
    for (const pathwayId of await pathwaysOfTests(tx, row.testId ? [row.testId] : []))
      await reconsiderPathway(tx, pathwayId)
    await recordAccess(tx, { event: 'result.test_chosen', patientId, entityId: resultId })
    return null
  })
}

/** @throws NotFound; RuleBroken if a later version has taken its place */
function standing(rows: readonly ResultRow[], resultId: string): ResultRow {
  const row = rows.find(({ id }) => id === resultId)
  if (!row) throw new NotFound()
  if (standingVersions(rows.map(({ fact }) => fact)).some(({ id }) => id === resultId)) return row
  throw new RuleBroken('A later version has taken the place of this result. Open that one')
}

/** @throws Stale */
async function refuseStale(
  tx: Tx,
  row: ResultRow,
  { shownTestId }: z.output<typeof chooseTestSchema>,
): Promise<void> {
  if ((row.testId ?? '') === shownTestId) return
  const last = row.choices.at(-1)
  const nameOf = await staffNames(tx, [last?.recordedById ?? null])
  throw new Stale(nameOf(last?.recordedById ?? null), last?.recordedAt ?? row.recordedAt)
}
