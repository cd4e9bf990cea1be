import 'server-only'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import type { SummaryToSend } from '../treatment-summary'

/** The team of a summary; where its care has ended, another hospital or community team that cares; null where none does. */
export async function teamThatAnswers(
  tx: Tx,
  { patientId, team }: Pick<SummaryToSend, 'patientId' | 'team'>,
): Promise<string | null> {
  const teams = (await listCaringTeams(tx, patientId)).filter(({ kind }) => kind !== 'practice')
  return (teams.find(({ id }) => id === team.id) ?? teams[0])?.id ?? null
}
