import 'server-only'
import type { CareContext } from '@/lib/access/care-context'
import { listCaringTeams, type CaringTeam } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'

/** The hospital and community teams that can be asked about a patient, those of the actor first. */
export async function listTeamsToAsk(tx: Tx, { patientId, teams }: CareContext): Promise<CaringTeam[]> {
  const caring = (await listCaringTeams(tx, patientId)).filter(({ kind }) => kind !== 'practice')
  const isOwn = ({ id }: CaringTeam) => teams.some(({ teamId }) => teamId === id)
  return [...caring.filter(isOwn), ...caring.filter((team) => !isOwn(team))]
}

/**
 * The team that a contact is for: the one chosen; not chosen, the only one.
 *
 * @throws RuleBroken if there is none, or several and none was chosen
 */
export async function askedTeam(tx: Tx, context: CareContext, wanted: string): Promise<string> {
  const teams = await listTeamsToAsk(tx, context)
  const [only, another] = teams
  if (!only)
    throw new RuleBroken(
      'No hospital team has this person in care, so nobody would answer. Ring the hospital, or refer the person again',
    )
  const chosen = wanted === '' && !another ? only : teams.find(({ id }) => id === wanted)
  if (!chosen) throw new RuleBroken([{ field: 'teamId', message: 'Select the team that is asked' }])
  return chosen.id
}
