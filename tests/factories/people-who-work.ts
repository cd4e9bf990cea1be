import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { newSessionToken } from '@/lib/accounts/session-token'
import type { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'

export type StaffPlan = {
  givenName?: string
  familyName?: string
  email?: string
  /** COSD CR7950; without it, one that suits the first role. */
  staffRoleCode?: string
  /** Team codes such as ZT101-BREAST, with the role held there. */
  teams?: Record<string, TeamRole>
  /** ODS codes, with the role held there. */
  organisations?: Record<string, OrganisationRoleKind>
  startedOn?: string
}

const STAFF_ROLE_CODES: Record<TeamRole, string> = { clinician: '01', support_worker: '04', gp: '08' }

/**
 * A member of staff with the teams and roles of the plan.
 *
 * @param owner connections as role `owner`, which may put people in
 * @returns the id of the member of staff
 */
export async function employ(owner: Pool, plan: StaffPlan): Promise<string> {
  const id = uuidv7()
  const {
    givenName = 'Beryl',
    familyName = 'Jones',
    teams = {},
    organisations = {},
    startedOn = '2020-01-01',
  } = plan
  const [firstRole] = Object.values(teams)
  await owner.query(
    'insert into staff (id, email, given_name, family_name, staff_role_code) values ($1, $2, $3, $4, $5)',
    [
      id,
      plan.email ?? `${id}@example.org`,
      givenName,
      familyName,
      plan.staffRoleCode ?? (firstRole ? STAFF_ROLE_CODES[firstRole] : '08'),
    ],
  )
  for (const [code, role] of Object.entries(teams)) {
    await owner.query(
      `insert into team_member (id, staff_id, team_id, role, started_on)
       select $1, $2, id, $3::team_role, $4 from team where code = $5`,
      [uuidv7(), id, role, startedOn, code],
    )
  }
  for (const [code, role] of Object.entries(organisations)) {
    await owner.query(
      `insert into organisation_role (id, staff_id, organisation_id, role, started_on, confirmed_at)
       select $1, $2, id, $3::organisation_role_kind, $4, now() from organisation where ods_code = $5`,
      [uuidv7(), id, role, startedOn, code],
    )
  }
  return id
}

/** A live session for somebody, without the log-in page. @returns the token that the cookie would hold, and its hash */
export async function openSession(
  owner: Pool,
  staffId: string,
): Promise<{ token: string; tokenHash: string }> {
  const { token, tokenHash } = newSessionToken()
  await owner.query(
    `insert into staff_session (id, token_hash, staff_id, expires_at, browser) values ($1, $2, $3, now() + interval '12 hours', $4)`,
    [uuidv7(), tokenHash, staffId, `test ${randomBytes(2).toString('hex')}`],
  )
  return { token, tokenHash }
}

/** A member of staff who is logged in: what commands and queries take first. */
export async function actorAtWork(owner: Pool, plan: StaffPlan): Promise<Actor> {
  const staffId = await employ(owner, plan)
  const { tokenHash } = await openSession(owner, staffId)
  const actor = await actorOfSession(tokenHash)
  if (!actor) throw new Error('the session just opened is not live')
  return actor
}

/** The id of a team by its code. */
export async function teamId(owner: Pool, code: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from team where code = $1', [code])
  if (!rows[0]) throw new Error(`no team ${code}`)
  return rows[0].id
}
