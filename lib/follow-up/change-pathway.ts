import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { moveToTeam } from './internal/move-to-team'
import { writeEndOfFollowUp } from './internal/pathway-letters'
import { openFollowUp, refuseStalePathway } from './internal/pathway-under-change'
import { pathwayState } from './internal/pathway-state'
import { recordPathwayEvent } from './internal/record-pathway-event'
import type { PathwayRow } from './internal/pathway-rows'
import { readPathways } from './internal/read-pathways'
import { stepFaults, stepsFrom } from './pathway-steps'
import { reconsiderPathway } from './reconsider-pathway'
import type { changePathwaySchema } from './schema'

export type ChangePathway = z.output<typeof changePathwaySchema>

/**
 * Suspends a pathway or starts it again, calls the person back to clinic or says that they were seen, hands the pathway
 * to another team, or ends it. What is owed follows: a suspension asks for no tests but reads results, an end leaves only
 * what was done to be read and told, a transfer moves everything that is open.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken where the pathway is at another point, something is missing, or the person has died
 */
export async function changePathway(actor: Actor, input: ChangePathway): Promise<null> {
  const { patientId, pathwayId, step } = input
  return asActor(actor, async (tx) => {
    await openFollowUp(tx, actor, patientId, ['follow_up_pathway', 'update'])
    const [known] = await readPathways(tx, { ids: [pathwayId], patientIds: [patientId] })
    if (!known) throw new NotFound()
    await refuseStalePathway(tx, known.row, input.version)
    refuseStep(known.row, input)
    await take(tx, actor, known.row, input)
    await reconsiderPathway(tx, pathwayId)
    const letters = step === 'ended' ? await writeEndOfFollowUp(tx, actor, pathwayId) : []
    const detail = step === 'ended' ? { end: input.end } : {}
    const entry = { event: `follow_up.${step}` as const, patientId, entityId: pathwayId, detail }
    await recordAccess(tx, entry, ...letters)
    return null
  })
}

function refuseStep(row: PathwayRow, input: ChangePathway): void {
  const { state, isSuspended } = pathwayState(row)
  if (!stepsFrom(state, isSuspended).includes(input.step))
    throw new RuleBroken('Follow-up is at another point now. Go back to it to see where it stands')
  if (input.on < fromDatabaseDate(row.startedOn))
    throw new RuleBroken([{ field: 'on', message: 'Date must not be before follow-up began' }])
  if (input.step === 'reactivated' && row.suspendedOn && input.on < fromDatabaseDate(row.suspendedOn))
    throw new RuleBroken([{ field: 'on', message: 'Date must not be before follow-up was suspended' }])
  const faults = stepFaults(input)
  if (faults.length > 0) throw new RuleBroken(faults)
}

async function take(tx: Tx, actor: Actor, row: PathwayRow, input: ChangePathway): Promise<void> {
  const { step, on, reason, end, letter } = input
  if (step === 'transferred') await moveTo(tx, row, input.teamId)
  await recordPathwayEvent(tx, actor, row, {
    kind: step,
    on,
    reason,
    byOn: byWhen(row, input),
    ...(step === 'ended' && end !== '' && { end, letter }),
  })
}

/** A recall is seen within the days that the team has set itself. */
function byWhen({ team }: PathwayRow, { step, on, byOn }: ChangePathway): CalendarDate | null {
  if (step === 'recalled') return addDays(on, team.recallDays)
  return step === 'suspended' ? byOn : null
}

/** @throws RuleBroken unless it is another hospital or community team that has the person in care */
async function moveTo(tx: Tx, row: PathwayRow, teamId: string): Promise<void> {
  const teams = await listCaringTeams(tx, row.patientId)
  const team = teams.find(({ id, kind }) => id === teamId && kind !== 'practice')
  if (!team || team.id === row.teamId)
    throw new RuleBroken([{ field: 'teamId', message: 'Select the team that takes over' }])
  await moveToTeam(tx, row.id, teamId)
}
