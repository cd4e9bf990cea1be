import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { mayConfirm, needsSecondAdministrator } from '@/lib/care-teams/membership-rules'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import type { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'
import { getAdministeredStaff } from './administered-staff'
import type { StaffState } from './staff-filter'
import { staffNames } from './staff-names'
import { accountState } from './staff-state'

export type StaffMemberView = {
  id: string
  email: string
  givenName: string
  familyName: string
  staffRoleCode: string
  state: StaffState
  version: number
  updatedAt: Date
  updatedBy: string
  /** When the invitation that waits runs out; null where none waits. */
  invitationEndsAt: Date | null
  /** The administrator's own account, for which others decide. */
  isActor: boolean
  /** Whether the account itself may be changed: it opens no other organisation. */
  isAdministeredAlone: boolean
  teams: { membershipId: string; teamId: string; name: string; role: TeamRole; startedOn: CalendarDate }[]
  roles: {
    roleId: string
    organisationName: string
    role: OrganisationRoleKind
    isWaiting: boolean
    givenBy: string
    /** Whether the actor may be the second administrator. */
    isForActor: boolean
  }[]
}

/** Who changed what nobody changed: an account or a role that a command of the operator's put in. */
const THE_SERVICE = 'the service'

/** One person of the actor's organisations, with the teams and roles held there. @throws NotFound */
export async function getStaffMember(actor: Actor, staffId: string): Promise<StaffMemberView> {
  permitInOwn(actor, 'staff', 'read')
  const organisations = administeredOrganisations(actor)
  return asActor(actor, async (tx) => {
    const staff = await getAdministeredStaff(tx, staffId)
    const held = await holdingsOf(tx, staff.id, organisations)
    const nameOf = await staffNames(tx, [
      staff.updatedById,
      ...held.organisationRoles.map(({ givenById }) => givenById),
    ])
    const by = (id: string | null) => (id === null ? THE_SERVICE : nameOf(id))
    const { disabledAt, updatedById, ...particulars } = staff
    await recordAccess(tx, { event: 'staff.listed', entityId: staff.id, detail: { rows: 1 } })
    return {
      ...particulars,
      state: accountState(disabledAt, held.invitations.length > 0),
      updatedBy: by(updatedById),
      invitationEndsAt: held.invitations[0]?.expiresAt ?? null,
      isActor: staff.id === actor.staffId,
      teams: held.memberships.map(({ id, teamId, team, role, startedOn }) => ({
        membershipId: id,
        teamId,
        name: team.name,
        role,
        startedOn: fromDatabaseDate(startedOn),
      })),
      roles: held.organisationRoles.map((one) => {
        const isConfirmed = one.confirmedAt !== null
        return {
          roleId: one.id,
          organisationName: one.organisation.name,
          role: one.role,
          isWaiting: needsSecondAdministrator(one.role) && !isConfirmed,
          givenBy: by(one.givenById),
          isForActor: mayConfirm({ ...one, isConfirmed }, actor.staffId),
        }
      }),
    }
  })
}

async function holdingsOf(tx: Tx, staffId: string, organisations: string[]) {
  const ours = { organisationId: { in: organisations } }
  const open = { OR: [{ endedOn: null }, { endedOn: { gt: toDatabaseDate(today()) } }] }
  return tx.staff.findUniqueOrThrow({
    where: { id: staffId },
    select: {
      invitations: {
        where: { usedAt: null },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { expiresAt: true },
      },
      memberships: {
        where: { ...open, team: ours },
        select: { id: true, teamId: true, role: true, startedOn: true, team: { select: { name: true } } },
        orderBy: { team: { name: 'asc' } },
      },
      organisationRoles: {
        where: { ...open, ...ours },
        select: {
          id: true,
          staffId: true,
          role: true,
          givenById: true,
          confirmedAt: true,
          organisation: { select: { name: true } },
        },
        orderBy: { startedOn: 'asc' },
      },
    },
  })
}
