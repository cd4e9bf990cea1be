import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient, permit, permitInOwn } from '@/lib/access/care-context'
import { recordAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { tellTest } from '@/lib/follow-up/record-test-step'
import { holdFollowUps } from '@/lib/follow-up/tests-to-tell'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { readTellings, type Telling } from './internal/read-tellings'
import { lockResultsOfAll } from './internal/results-in-bulk'
import { writeTelling } from './internal/write-telling'
import type { tellResultsSchema } from './schema'
import { whyNotAsShown, type ShownTelling } from './telling'
import { TELL_RESULTS, type Told } from './told'

/** A page of fifty people takes longer than one of one. */
const SECONDS = 60

/**
 * Records that many people are told today, each by a letter that is written with it. Each is told what was shown: whoever
 * was told, judged otherwise or given another date meanwhile is left as they are, with the reason, and the others are told
 * all the same. Nothing out of range, and nothing that the person may not know yet, whatever was posted.
 *
 * @throws NotAllowed
 */
export async function tellResults(
  actor: Actor,
  { tellings }: z.output<typeof tellResultsSchema>,
): Promise<Told> {
  permitInOwn(actor, 'results_to_tell', 'create')
  return asActor(
    actor,
    async (tx) => {
      const result: Told = { told: 0, refused: [] }
      const { teams, entries } = await openEach(tx, actor, tellings)
      const patientIds = [...teams.keys()]
      // All at first, in the order in which everybody takes them: what is compared with what was shown stays as it is.
      await lockResultsOfAll(tx, patientIds)
      await holdFollowUps(tx, patientIds)
      const chosen = [...new Map(tellings.map((one) => [one.subjectId, one])).values()].sort(byPatient)
      const standing = await readTellings(
        tx,
        chosen.filter(({ patientId }) => teams.has(patientId)),
      )
      for (const shown of chosen) {
        const { patientId, subjectId } = shown
        const telling = standing.get(subjectId)
        const why = whyNotAsShown(shown, telling ? asStanding(telling) : null)
        const written = why || !telling ? null : await tell(tx, actor, telling, teams.get(patientId) ?? '')
        if (written) entries.push(...written)
        else result.refused.push({ patientId, why: why ?? 'told', stop: telling?.stop ?? null })
      }
      result.told = chosen.length - result.refused.length
      await recordAccess(tx, ...entries)
      return result
    },
    SECONDS,
  )
}

function byPatient(one: ShownTelling, other: ShownTelling): number {
  return one.patientId < other.patientId ? -1 : 1
}

/** The team for which the actor tells each person, and what the log has to say of those whom they may not open. */
async function openEach(
  tx: Tx,
  actor: Actor,
  tellings: readonly ShownTelling[],
): Promise<{ teams: ReadonlyMap<string, string>; entries: AccessEntry[] }> {
  const teams = new Map<string, string>()
  const entries: AccessEntry[] = []
  for (const patientId of new Set(tellings.map((one) => one.patientId)))
    try {
      const context = await openPatient(tx, actor, patientId, ['result_telling', 'create'])
      permit(context, 'surveillance_test', 'update')
      teams.set(patientId, actingTeam(context))
    } catch (error) {
      if (error instanceof NotAllowed) {
        const detail = { action: TELL_RESULTS, reason: error.reason }
        entries.push({ event: 'access.refused', patientId, detail })
      } else if (!(error instanceof NotFound)) throw error
    }
  return { teams, entries }
}

function asStanding({ whyAlone, reviewId, next }: Telling) {
  return { whyAlone, reviewId, nextOn: next?.dueOn ?? null }
}

/** @returns what the access log has to say of it; null where another of these tellings has told it already */
async function tell(
  tx: Tx,
  actor: Actor,
  { patientId, subjectId, row }: Telling,
  teamId: string,
): Promise<AccessEntry[] | null> {
  const how = { on: today(), toldBy: 'letter', note: null } as const
  try {
    return row
      ? await writeTelling(tx, actor, { row, teamId, ...how })
      : await tellTest(tx, actor, { patientId, testId: subjectId, ...how })
  } catch (error) {
    // Thrown before anything is written.
    if (error instanceof RuleBroken) return null
    throw error
  }
}
