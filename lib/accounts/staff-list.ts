import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { PAGE_SIZE, type StaffFilter, type StaffState } from './staff-filter'
import { accountState } from './staff-state'

export type StaffRow = {
  id: string
  /** As clinicians read it: `JONES, Beryl`. */
  name: string
  email: string
  state: StaffState
  teams: { name: string; role: TeamRole }[]
  roles: { role: OrganisationRoleKind; isWaiting: boolean }[]
}

export type StaffList = { rows: StaffRow[]; total: number }

/** The people of the organisations that the actor administers, by name, a page at a time. */
export async function listStaff(actor: Actor, filter: StaffFilter): Promise<StaffList> {
  permitInOwn(actor, 'staff', 'read')
  const organisations = administeredOrganisations(actor)
  const where = { AND: [ofOrganisations(organisations), ...filtersOf(filter)] }
  return asActor(actor, async (tx) => {
    const total = await tx.staff.count({ where })
    const staff = await tx.staff.findMany({
      where,
      select: {
        id: true,
        givenName: true,
        familyName: true,
        email: true,
        disabledAt: true,
        invitations: { where: { usedAt: null }, take: 1, select: { id: true } },
        memberships: {
          where: { ...openToday(), team: { organisationId: { in: organisations } } },
          select: { role: true, team: { select: { name: true } } },
        },
        organisationRoles: {
          where: { ...openToday(), organisationId: { in: organisations } },
          select: { role: true, confirmedAt: true },
        },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
      skip: (filter.page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    })
    await recordAccess(tx, { event: 'staff.listed', detail: { rows: staff.length } })
    return { total, rows: staff.map(rowOf) }
  })
}

type Found = {
  id: string
  givenName: string
  familyName: string
  email: string
  disabledAt: Date | null
  invitations: { id: string }[]
  memberships: { role: TeamRole; team: { name: string } }[]
  organisationRoles: { role: OrganisationRoleKind; confirmedAt: Date | null }[]
}

function rowOf(staff: Found): StaffRow {
  return {
    id: staff.id,
    name: formatNameForStaff(staff),
    email: staff.email,
    state: accountState(staff.disabledAt, staff.invitations.length > 0),
    teams: staff.memberships.map(({ role, team }) => ({ name: team.name, role })),
    roles: staff.organisationRoles.map(({ role, confirmedAt }) => ({
      role,
      isWaiting: role !== 'programme_lead' && confirmedAt === null,
    })),
  }
}

function ofOrganisations(organisations: string[]): Prisma.StaffWhereInput {
  const ours = { organisationId: { in: organisations } }
  return { OR: [{ memberships: { some: { team: ours } } }, { organisationRoles: { some: ours } }] }
}

function filtersOf({ find, teamId, state }: StaffFilter): Prisma.StaffWhereInput[] {
  const words = find.split(/\s+/).filter(Boolean)
  return [
    ...words.map(wordFilter),
    ...(teamId ? [teamFilter(teamId)] : []),
    ...(state ? [stateFilter(state)] : []),
  ]
}

function wordFilter(word: string): Prisma.StaffWhereInput {
  const holds = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return { OR: [{ familyName: holds }, { givenName: holds }, { email: holds }] }
}

function teamFilter(teamId: string): Prisma.StaffWhereInput {
  return { memberships: { some: { teamId, ...openToday() } } }
}

function stateFilter(state: StaffState): Prisma.StaffWhereInput {
  if (state === 'disabled') return { disabledAt: { not: null } }
  const waiting = { invitations: { some: { usedAt: null } } }
  return { disabledAt: null, ...(state === 'invited' ? waiting : { NOT: waiting }) }
}

function openToday() {
  return { OR: [{ endedOn: null }, { endedOn: { gt: toDatabaseDate(today()) } }] }
}
