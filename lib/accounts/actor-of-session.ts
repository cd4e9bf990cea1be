import 'server-only'
import type { Actor, HeldRole, Membership } from '@/lib/access/actor'
import { appPool } from '@/lib/platform/database-pools'

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

/**
 * The actor of a session, by the hash of its token; null when it has ended, run out, or the account is disabled. Asking
 * counts as use of the session. Knows nothing of requests, so that demo data and tests ask it too.
 */
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
