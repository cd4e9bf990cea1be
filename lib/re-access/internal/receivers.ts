import 'server-only'
import { listCaringTeams, listTeamClinicians, listTeamMembers } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import type { ContactRow } from './contact-rows'

export type Receiver = { value: string; label: string; teamId: string; staffId: string | null }

/** Who could take a contact over: the people of the team that has it, and the other teams that have the person in care. */
export async function listReceivers(
  tx: Tx,
  { patientId, currentTeamId: teamId }: Pick<ContactRow, 'patientId' | 'currentTeamId'>,
): Promise<Receiver[]> {
  const members = await listTeamMembers(tx, teamId)
  const teams = (await listCaringTeams(tx, patientId)).filter(
    ({ id, kind }) => kind !== 'practice' && id !== teamId,
  )
  return [
    ...members.map(({ staffId, name }) => ({ value: `staff:${staffId}`, label: name, teamId, staffId })),
    ...teams.map(({ id, name }) => ({ value: `team:${id}`, label: name, teamId: id, staffId: null })),
  ]
}

/** The clinicians of the team that has it. */
export const listClinicians = listTeamClinicians
