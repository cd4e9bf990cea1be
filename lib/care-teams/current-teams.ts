import 'server-only'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { TeamKind, TeamRole } from '@/lib/platform/prisma-client/enums'

/** A team that has the patient in care today. */
export type CaringTeam = { id: string; name: string; kind: TeamKind; telephone: string | null }

/** Every team that has the patient in care today, the practice among them; empty for somebody who has not. */
export async function listCaringTeams(tx: Tx, patientId: string): Promise<CaringTeam[]> {
  const rows = await tx.$queryRaw<
    { team_id: string }[]
  >`select team_id from access.care_team_of(${patientId}::uuid)`
  return tx.team.findMany({
    where: { id: { in: rows.map((row) => row.team_id) } },
    select: { id: true, name: true, kind: true, telephone: true },
    orderBy: { name: 'asc' },
  })
}

/** The team of the practice that the patient is registered with, if it is known. */
export async function findRegisteredPractice(tx: Tx, patientId: string): Promise<CaringTeam | null> {
  const teams = await listCaringTeams(tx, patientId)
  return teams.find((team) => team.kind === 'practice') ?? null
}

/** The people who work in a team today and could own what it owes, by family name. */
export function listTeamMembers(tx: Tx, teamId: string): Promise<TeamMemberName[]> {
  return listMembers(tx, { teamId })
}

/** Those of them who work there as clinicians. */
export function listTeamClinicians(tx: Tx, teamId: string): Promise<TeamMemberName[]> {
  return listMembers(tx, { teamId, role: 'clinician' })
}

type TeamMemberName = { staffId: string; name: string }

async function listMembers(tx: Tx, wanted: { teamId: string; role?: TeamRole }): Promise<TeamMemberName[]> {
  const day = toDatabaseDate(today())
  const members = await tx.teamMember.findMany({
    where: {
      ...wanted,
      startedOn: { lte: day },
      OR: [{ endedOn: null }, { endedOn: { gt: day } }],
      staff: { disabledAt: null },
    },
    select: { staff: { select: { id: true, givenName: true, familyName: true } } },
    orderBy: [{ staff: { familyName: 'asc' } }, { staff: { givenName: 'asc' } }],
  })
  const byId = new Map(members.map(({ staff }) => [staff.id, formatNamePlain(staff)]))
  return [...byId].map(([staffId, name]) => ({ staffId, name }))
}
