import 'server-only'
import type { Tx } from '@/lib/platform/database'

/** The id of the organisation with this ODS code, or null. */
export async function findOrganisationByCode(tx: Tx, odsCode: string): Promise<string | null> {
  const organisation = await tx.organisation.findUnique({ where: { odsCode }, select: { id: true } })
  return organisation?.id ?? null
}

/** The ODS code of an organisation; null where there is none with this id. */
export async function codeOfOrganisation(tx: Tx, organisationId: string): Promise<string | null> {
  const organisation = await tx.organisation.findUnique({
    where: { id: organisationId },
    select: { odsCode: true },
  })
  return organisation?.odsCode ?? null
}
