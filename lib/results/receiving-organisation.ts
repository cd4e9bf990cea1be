import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { findOrganisationByCode } from '@/lib/care-teams/find-organisation'

/** The id of the organisation that a listener takes messages in for; null where there is none with this ODS code. */
export async function receivingOrganisation(actor: SystemActor, odsCode: string): Promise<string | null> {
  return asJob(actor, (tx) => findOrganisationByCode(tx, odsCode))
}
