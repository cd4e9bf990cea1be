import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { OrganisationRoleKind } from '@/lib/platform/prisma-client/enums'
import { mayConfirm } from './membership-rules'

export type WaitingRole = {
  roleId: string
  staffId: string
  name: string
  organisationName: string
  role: OrganisationRoleKind
  givenBy: string
  givenOn: CalendarDate
  /** Whether the actor may be the second administrator. */
  isForActor: boolean
}

/** Roles that wait for a second administrator of the actor's organisations, oldest first. */
export async function listRolesToConfirm(actor: Actor): Promise<WaitingRole[]> {
  permitInOwn(actor, 'organisation_role', 'read')
  return asActor(actor, async (tx) => {
    const waiting = await tx.organisationRole.findMany({
      where: {
        organisationId: { in: administeredOrganisations(actor) },
        role: { in: ['admin', 'privacy_officer'] },
        confirmedAt: null,
        endedOn: null,
      },
      include: {
        organisation: { select: { name: true } },
        staff: { select: { givenName: true, familyName: true } },
      },
      orderBy: { startedOn: 'asc' },
    })
    const nameOf = await staffNames(
      tx,
      waiting.map(({ givenById }) => givenById),
    )
    return waiting.map((held) => ({
      roleId: held.id,
      staffId: held.staffId,
      name: formatNamePlain(held.staff),
      organisationName: held.organisation.name,
      role: held.role,
      givenBy: nameOf(held.givenById),
      givenOn: fromDatabaseDate(held.startedOn),
      isForActor: mayConfirm({ ...held, isConfirmed: false }, actor.staffId),
    }))
  })
}
