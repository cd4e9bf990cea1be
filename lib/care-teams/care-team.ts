import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import type { CareRelationshipBasis, TeamKind } from '@/lib/platform/prisma-client/enums'
import { listTasksOfKind } from '@/lib/tasks/team-task'

/** A team that has the patient in care, since when and how it came to it. `isMine`: the actor may end it. */
export type CareTeamMember = {
  teamId: string
  name: string
  kind: TeamKind
  telephone: string | null
  basis: CareRelationshipBasis
  startedOn: CalendarDate
  isMine: boolean
}

export type CareTeamView = {
  teams: CareTeamMember[]
  /** Teams that the patient could be referred to; empty for those who may not refer. */
  toReferTo: { id: string; name: string }[]
  mayChange: boolean
  /** Referrals that another team declined, for which one of the actor's is to find another way. */
  declined: { id: string; team: string; reason: string | null }[]
}

/** Who has the patient in care. @throws NotFound, NotAllowed */
export async function getCareTeam(actor: Actor, patientId: string): Promise<CareTeamView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'read'])
    const mayChange = mayUnderCare(context, 'care_relationship', 'update').allowed
    const mine = context.teams.filter(({ role }) => role !== 'gp').map(({ teamId }) => teamId)
    const teams = await readTeams(tx, patientId, mine)
    const caring = teams.map(({ teamId }) => teamId)
    const toReferTo = mayChange ? await teamsBut(tx, caring) : []
    return { teams, toReferTo, mayChange, declined: await declinedReferrals(tx, patientId, mine) }
  })
}

async function readTeams(tx: Tx, patientId: string, mine: readonly string[]): Promise<CareTeamMember[]> {
  const rows = await tx.$queryRaw<
    { team_id: string; basis: CareRelationshipBasis; started_on: string }[]
  >`select team_id, basis::text, started_on::text from access.care_team_of(${patientId}::uuid)`
  const teams = await tx.team.findMany({
    where: { id: { in: rows.map((row) => row.team_id) } },
    select: { id: true, name: true, kind: true, telephone: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
  return teams.flatMap(({ id, ...team }) => {
    const row = rows.find((each) => each.team_id === id)
    return row
      ? [{ ...team, teamId: id, basis: row.basis, startedOn: row.started_on, isMine: mine.includes(id) }]
      : []
  })
}

async function declinedReferrals(tx: Tx, patientId: string, mine: readonly string[]) {
  const tasks = await listTasksOfKind(tx, { patientId, teamIds: mine, kind: 'replace_declined_referral' })
  const teams = await tx.team.findMany({
    where: { id: { in: tasks.map(({ subjectId }) => subjectId) } },
    select: { id: true, name: true },
  })
  return tasks.map(({ id, subjectId, detail }) => ({
    id,
    team: teams.find((team) => team.id === subjectId)?.name ?? 'Another team',
    reason: detail,
  }))
}

async function teamsBut(tx: Tx, caring: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.team.findMany({
    where: { kind: { not: 'practice' }, id: { notIn: [...caring] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}
