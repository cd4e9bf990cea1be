import 'server-only'
import { actingTeam, type CareContext } from '@/lib/access/care-context'

/** The team for which the actor records a diagnosis or treatment: one in which they are a clinician. */
export function clinicianTeam(context: CareContext): string {
  return actingTeam(context, context.teams.find(({ role }) => role === 'clinician')?.teamId)
}
