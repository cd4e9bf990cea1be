import { Pool } from 'pg'
import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { openSession } from '@/tests/factories/people-who-work'
import { sessionCookie } from '@/tests/support/session-cookie'
import type { BenchDatabase } from './database'

/** Somebody who is logged in, with the people in their care. */
export type Viewer = {
  readonly staffId: string
  readonly teamId: string
  readonly tokenHash: string
  readonly cookie: string
  readonly patients: readonly string[]
}

/** A clinician of each of the first teams, and a general practitioner of each of the first practices. */
export type Viewers = { readonly clinicians: readonly Viewer[]; readonly practitioners: readonly Viewer[] }

const MEMBERS = `
  select distinct on (team.id) member.staff_id, team.id as team_id
  from team join team_member as member on member.team_id = team.id
  where team.code like $1 and member.role = $2 order by team.id, member.id limit $3`

/** The people in care, in an order that looks random and is the same in every run. */
const CASELOAD = `
  select care.patient_id as id from care_relationship as care where care.team_id = $1 and care.ended_on is null
  order by hashtextextended(care.patient_id::text, 1)`

/** Logs in as many clinicians, and as many of practices, as there are connections. */
export async function logIn(database: BenchDatabase, count: number): Promise<Viewers> {
  const superuser = new Pool({ connectionString: database.superuserUrl, max: 1 })
  try {
    return {
      clinicians: await logInMembers(superuser, ['BENCH-%', 'clinician', count]),
      practitioners: await logInMembers(superuser, ['Y%', 'gp', count]),
    }
  } finally {
    await superuser.end()
  }
}

/** The actor of a viewer, for calling queries and commands without a browser. */
export async function actorOf(viewer: Viewer): Promise<Actor> {
  const actor = await actorOfSession(viewer.tokenHash)
  if (!actor) throw new Error('a session of the bench has ended')
  return actor
}

async function logInMembers(
  superuser: Pool,
  of: [code: string, role: string, count: number],
): Promise<Viewer[]> {
  const { rows } = await superuser.query<{ staff_id: string; team_id: string }>(MEMBERS, of)
  const viewers: Viewer[] = []
  for (const { staff_id: staffId, team_id: teamId } of rows) {
    const { token, tokenHash } = await openSession(superuser, staffId)
    const caseload = await superuser.query<{ id: string }>(CASELOAD, [teamId])
    const patients = caseload.rows.map(({ id }) => id)
    viewers.push({ staffId, teamId, tokenHash, cookie: await sessionCookie(token), patients })
  }
  return viewers
}
