import 'server-only'
import type { z } from 'zod'
import { RuleBroken } from '@/lib/platform/errors'
import { inAuthTransaction, recordAccountEvent, type AuthConnection } from './internal/auth-database'
import { hashPassword } from './password-hash'
import { passwordFault, passwordFaultWords, type PasswordOwner } from './password-rules'
import type { acceptInvitationSchema } from './schema'
import { hashOfToken } from './session-token'

/** The same words for a link that was used, has run out, was replaced by another, or never was. */
const NOT_GOOD = 'This invitation cannot be used any more. Ask your administrator for a new one'

/** Who is invited, for the page that asks for a password. */
export type OpenInvitation = PasswordOwner & { expiresAt: Date }

type Invitation = {
  id: string
  staff_id: string
  email: string
  given_name: string
  family_name: string
  expires_at: Date
}

/** Good for use: the newest of its person, not used, not run out, of an account that is not disabled. */
const OPEN_INVITATION = `
  select invitation.id, invitation.staff_id, invitation.expires_at, staff.email, staff.given_name, staff.family_name
  from staff_invitation as invitation join staff on staff.id = invitation.staff_id
  where invitation.token_hash = $1 and invitation.used_at is null and invitation.expires_at > now()
    and staff.disabled_at is null
    and not exists (select from staff_invitation as later
      where later.staff_id = invitation.staff_id and later.created_at > invitation.created_at)`

/** The invitation that a link is for, or null. Looking changes nothing: mail scanners open links too. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const invitation = await inAuthTransaction((connection) => openInvitation(connection, token))
  if (!invitation) return null
  const { email, given_name, family_name, expires_at } = invitation
  return { email, givenName: given_name, familyName: family_name, expiresAt: expires_at }
}

/**
 * Sets the password of the person invited and uses the invitation up. A second factor that they had is dropped: they
 * set one up anew at the next log-in. Sessions that were open end.
 *
 * @throws RuleBroken if the link is not good, or the password cannot be theirs
 */
export async function acceptInvitation(input: z.infer<typeof acceptInvitationSchema>): Promise<void> {
  const invited = await findInvitation(input.invitation)
  if (!invited) throw new RuleBroken(NOT_GOOD)
  const fault = passwordFault(input.password, invited)
  if (fault) throw new RuleBroken([{ field: 'password', message: passwordFaultWords(fault) }])
  const passwordHash = await hashPassword(input.password)
  const isDone = await inAuthTransaction((connection) =>
    setPassword(connection, input.invitation, passwordHash),
  )
  if (!isDone) throw new RuleBroken(NOT_GOOD)
}

async function openInvitation(connection: AuthConnection, token: string): Promise<Invitation | null> {
  const { rows } = await connection.query<Invitation>(OPEN_INVITATION, [hashOfToken(token)])
  return rows[0] ?? null
}

async function setPassword(
  connection: AuthConnection,
  token: string,
  passwordHash: string,
): Promise<boolean> {
  const invitation = await openInvitation(connection, token)
  if (!invitation) return false
  // Of those who bring the same link at the same time, one changes this row; the others then find it used.
  const { rowCount } = await connection.query(
    'update staff_invitation set used_at = now() where id = $1 and used_at is null',
    [invitation.id],
  )
  if (rowCount !== 1) return false
  // Older links are dead already; marked, they are not counted as waiting either.
  await connection.query(
    'update staff_invitation set used_at = now() where staff_id = $1 and used_at is null',
    [invitation.staff_id],
  )
  await connection.query(
    `insert into staff_credential (staff_id, password_hash, changed_at) values ($1, $2, now())
     on conflict (staff_id) do update set password_hash = excluded.password_hash, changed_at = now(),
       totp_secret = null, totp_confirmed_at = null, totp_last_step = null, recovery_code_hashes = '{}'`,
    [invitation.staff_id, passwordHash],
  )
  await connection.query(
    `update staff_session set ended_at = now(), ended_reason = 'password set' where staff_id = $1 and ended_at is null`,
    [invitation.staff_id],
  )
  await recordAccountEvent(connection, {
    event: 'account.password_set',
    staffId: invitation.staff_id,
    detail: { how: 'invitation' },
  })
  return true
}
