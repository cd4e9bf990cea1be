import 'server-only'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, RuleBroken } from '@/lib/platform/errors'
import { lockFollowUp } from './read-pathways'

/**
 * Opens a patient for a change of their follow-up: access, then the lock, then what never may be.
 *
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
  await lockFollowUp(tx, patientId)
  if (await findDayOfDeath(tx, patientId))
    throw new RuleBroken(
      'This person has died. Follow-up stays as it was: nothing more is decided or asked for',
    )
  return context
}

/** The team for which the actor decides: one in which they are a clinician. @throws NotAllowed */
export function decidingTeam({ teams, patientId }: CareContext): string {
  const team = teams.find(({ role }) => role === 'clinician')
  if (!team) throw new NotAllowed('role_may_not', patientId)
  return team.teamId
}
