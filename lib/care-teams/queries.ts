import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import type { TeamKind, TeamRole } from '@/lib/platform/prisma-client/enums'
import type { FollowUpStandardName } from './follow-up-standards-limits'
import type { ReviewStandardName } from './review-standards-limits'
import { STANDARDS_SELECT, type Standards } from './standards'

export type TeamRow = {
  id: string
  code: string
  name: string
  kind: TeamKind
  organisationName: string
  telephone: string | null
  memberCount: number
}

/** The teams of the organisations that the actor administers, by name. */
export async function listAdministeredTeams(actor: Actor): Promise<TeamRow[]> {
  permitInOwn(actor, 'team_standards', 'read')
  return asActor(actor, async (tx) => {
    const teams = await tx.team.findMany({
      where: { organisationId: { in: administeredOrganisations(actor) } },
      select: {
        id: true,
        code: true,
        name: true,
        kind: true,
        telephone: true,
        organisation: { select: { name: true } },
        _count: { select: { members: { where: { ...workingToday(), staff: { disabledAt: null } } } } },
      },
      orderBy: { name: 'asc' },
    })
    return teams.map(({ _count, organisation, ...team }) => ({
      ...team,
      organisationName: organisation.name,
      memberCount: _count.members,
    }))
  })
}

const STANDARD_COLUMNS = {
  ...STANDARDS_SELECT,
  reviewFirstDays: true,
  reviewSecondMonths: true,
  reviewFirstLookBackMonths: true,
  reviewSecondLookBackMonths: true,
  reviewRegistrationMonths: true,
  reviewInvitationGapDays: true,
  reviewRecordingNoticeDays: true,
  followUpDecisionDays: true,
  resultChaseDays: true,
  resultReviewWorkingDays: true,
  resultTellingWorkingDays: true,
  recallDays: true,
} as const satisfies Record<keyof Standards | ReviewStandardName | FollowUpStandardName, true>

export type TeamView = Standards &
  Record<ReviewStandardName | FollowUpStandardName, number> & {
    id: string
    code: string
    name: string
    kind: TeamKind
    organisationName: string
    telephone: string | null
    version: number
    updatedAt: Date
    /** Null where nobody has changed it yet. */
    updatedBy: string | null
    members: { staffId: string; name: string; role: TeamRole; isDisabled: boolean }[]
  }

/** One team that the actor administers, with who works in it today. @throws NotFound */
export async function getAdministeredTeam(actor: Actor, teamId: string): Promise<TeamView> {
  permitInOwn(actor, 'team_standards', 'read')
  if (!isUuid(teamId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    const found = await tx.team.findFirst({
      where: { id: teamId, organisationId: { in: administeredOrganisations(actor) } },
      select: {
        id: true,
        code: true,
        name: true,
        kind: true,
        telephone: true,
        ...STANDARD_COLUMNS,
        version: true,
        updatedAt: true,
        updatedById: true,
        organisation: { select: { name: true } },
        members: {
          where: workingToday(),
          select: {
            role: true,
            staff: { select: { id: true, givenName: true, familyName: true, disabledAt: true } },
          },
          orderBy: { staff: { familyName: 'asc' } },
        },
      },
    })
    if (!found) throw new NotFound()
    const { organisation, members, updatedById, ...team } = found
    const nameOf = await staffNames(tx, [updatedById])
    return {
      ...team,
      organisationName: organisation.name,
      updatedBy: updatedById ? nameOf(updatedById) : null,
      members: members.map(({ role, staff }) => ({
        staffId: staff.id,
        name: formatNamePlain(staff),
        role,
        isDisabled: staff.disabledAt !== null,
      })),
    }
  })
}

function workingToday() {
  const day = toDatabaseDate(today())
  return { startedOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] }
}
