import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, HeldRole, Membership } from '@/lib/access/actor'
import { appPool } from '@/lib/platform/database-pools'
import { sessionTokenHash } from './session-cookie'

type Row = {
  session_id: string
  staff_id: string
  given_name: string
  family_name: string
  staff_role_code: string
  expires_at: Date
  memberships: Membership[]
  organisation_roles: HeldRole[]
}

/** Who is asking, or null: read from the session row once for each request, so that a change counts from the next one. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const tokenHash = await sessionTokenHash()
  return tokenHash ? actorOfSession(tokenHash) : null
})

/** Who is asking; anybody else is sent to the log-in page. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor()
  if (!actor) redirect('/log-in')
  return actor
}

/** The actor of a session, by the hash of its token; null when it has ended, run out, or the account is disabled. */
export async function actorOfSession(tokenHash: string): Promise<Actor | null> {
  const { rows } = await appPool().query<Row>({
    name: 'begin_request',
    text: 'select * from access.begin_request($1)',
    values: [tokenHash],
  })
  const [row] = rows
  if (!row) return null
  return {
    staffId: row.staff_id,
    sessionId: row.session_id,
    givenName: row.given_name,
    familyName: row.family_name,
    staffRoleCode: row.staff_role_code,
    sessionExpiresAt: row.expires_at,
    memberships: row.memberships,
    organisationRoles: row.organisation_roles,
  }
}
