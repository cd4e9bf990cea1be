import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { formatNamePlain } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'

const LAST_ONE =
  'This is the only administrator of the organisation. Give the role to somebody else first, and have it confirmed'

/**
 * Refuses to leave an organisation of the actor's without an administrator who can log in. Of two who try at the same
 * time, the second waits and then looks again.
 *
 * @param leaving the member of staff who stops being one
 * @throws RuleBroken
 */
export async function requireOtherAdministrators(tx: Tx, actor: Actor, leaving: string): Promise<void> {
  const held = await tx.organisationRole.findMany({
    where: { ...confirmedAdministrators(administeredOrganisations(actor)), staffId: leaving },
    select: { organisationId: true },
  })
  for (const { organisationId } of held) {
    await tx.$queryRaw`
      select id from organisation_role
      where organisation_id = ${organisationId}::uuid and role = 'admin' and ended_on is null order by id for update`
    const others = await tx.organisationRole.count({
      where: {
        ...confirmedAdministrators([organisationId]),
        staffId: { not: leaving },
        staff: { disabledAt: null },
      },
    })
    if (others === 0) throw new RuleBroken(LAST_ONE)
  }
}

/** The administrators of an organisation who can log in, by name: whom to ask for what only they may do. */
export async function administratorsOf(tx: Tx, organisationId: string): Promise<string[]> {
  const held = await tx.organisationRole.findMany({
    where: { ...confirmedAdministrators([organisationId]), staff: { disabledAt: null } },
    select: { staff: { select: { givenName: true, familyName: true } } },
    orderBy: [{ staff: { familyName: 'asc' } }, { id: 'asc' }],
  })
  return held.map(({ staff }) => formatNamePlain(staff))
}

function confirmedAdministrators(organisationIds: string[]) {
  return {
    organisationId: { in: organisationIds },
    role: 'admin' as const,
    endedOn: null,
    confirmedAt: { not: null },
  }
}
