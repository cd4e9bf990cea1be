import 'server-only'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, RuleBroken, Stale } from '@/lib/platform/errors'
import { holdResults } from '@/lib/results/judge-again'
import type { PathwayRow } from './pathway-rows'
import { lockFollowUp } from './read-pathways'

/**
 * Opens a patient for a change of their follow-up: access, then the locks of results and of follow-up, in the order in
 * which filing a result takes them, then what never may be.
 * @throws NotFound, NotAllowed
 * @throws RuleBroken once the person has died
 */
export async function openFollowUp(
  tx: Tx,
  actor: Actor,
  patientId: string,
  purpose: [entity: PatientEntity, verb: Verb],
): Promise<CareContext> {
  const context = await openPatient(tx, actor, patientId, purpose)
  await holdResults(tx, patientId)
  await lockFollowUp(tx, patientId)
  if (await findDayOfDeath(tx, patientId))
    throw new RuleBroken(
      'This person has died. Follow-up stays as it was: nothing more is decided or asked for',
    )
  return context
}

/** @throws Stale if the pathway changed since it was shown, with who did it last */
export async function refuseStalePathway(tx: Tx, row: PathwayRow, version: number): Promise<void> {
  if (row.version === version) return
  const [last] = [row.events.at(-1), row.protocols[0]]
    .filter((fact) => fact !== undefined)
    .sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime())
  const nameOf = await staffNames(tx, [last?.recordedById ?? null])
  throw new Stale(nameOf(last?.recordedById ?? null), last?.recordedAt ?? row.startedOn)
}

/** The team for which the actor decides: one in which they are a clinician. @throws NotAllowed */
export function decidingTeam({ teams, patientId }: CareContext): CareContext['teams'][number] {
  const team = teams.find(({ role }) => role === 'clinician')
  if (!team) throw new NotAllowed('role_may_not', patientId)
  return team
}
