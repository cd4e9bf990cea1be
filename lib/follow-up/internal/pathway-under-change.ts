import 'server-only'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, RuleBroken, Stale } from '@/lib/platform/errors'
import { holdResults } from '@/lib/results/judge-again'
import { listOpenOfPatient } from '@/lib/tasks/open-of-patient'
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

/**
 * The team for which the actor decides: of those in which they are a clinician the one that follows the person up after the
 * diagnosis, or that owes the decision, so that a decision does not move anybody; else the first.
 *
 * @throws NotAllowed
 */
export async function findDecidingTeam(
  tx: Tx,
  { teams, patientId }: CareContext,
  diagnosisId: string,
): Promise<CareContext['teams'][number]> {
  const own = teams.filter(({ role }) => role === 'clinician')
  const [first, ...others] = own
  if (!first) throw new NotAllowed('role_may_not', patientId)
  if (others.length === 0) return first
  const pathway = await tx.followUpPathway.findFirst({
    where: { patientId, diagnosisId, endedOn: null },
    select: { teamId: true },
  })
  const owed = await listOpenOfPatient(tx, { patientId, kinds: ['decide_follow_up'] })
  const owing = owed.filter(({ subjectId }) => subjectId === diagnosisId).map(({ teamId }) => teamId)
  const wanted = pathway ? [pathway.teamId] : owing
  return own.find(({ teamId }) => wanted.includes(teamId)) ?? first
}
