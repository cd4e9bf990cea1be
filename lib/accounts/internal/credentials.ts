import 'server-only'
import { isDemo } from '@/lib/platform/env'
import { isDemoEmail } from '../demo-accounts'
import type { AuthConnection } from './auth-database'

/** An account as the door sees it. Never leaves lib/accounts. */
export type Credential = {
  staffId: string
  email: string
  passwordHash: string | null
  /** When the password was set: a log-in that is half-way is good for this password only. */
  passwordSetAt: Date | null
  totpSecret: string | null
  isTotpConfirmed: boolean
  /** Why nobody may log in with it now, whatever they know; null if they may. */
  closed: 'disabled' | 'no_password' | 'invited_again' | 'demo_account' | null
}

type Row = {
  staff_id: string
  email: string
  password_hash: string | null
  changed_at: Date | null
  totp_secret: string | null
  totp_confirmed_at: Date | null
  is_disabled: boolean
  is_invited_again: boolean
}

/** An invitation made after the password was set has taken its place, from the moment it was made. */
const CREDENTIAL = `
  select staff.id as staff_id, staff.email, staff.disabled_at is not null as is_disabled,
    credential.password_hash, credential.changed_at, credential.totp_secret, credential.totp_confirmed_at,
    exists (select from staff_invitation as invitation
      where invitation.staff_id = staff.id and invitation.created_at > credential.changed_at) as is_invited_again
  from staff left join staff_credential as credential on credential.staff_id = staff.id`

export async function credentialByEmail(
  connection: AuthConnection,
  email: string,
): Promise<Credential | null> {
  const { rows } = await connection.query<Row>(`${CREDENTIAL} where staff.email = $1`, [email])
  return rows[0] ? credentialOf(rows[0]) : null
}

export async function credentialOfStaff(
  connection: AuthConnection,
  staffId: string,
): Promise<Credential | null> {
  const { rows } = await connection.query<Row>(`${CREDENTIAL} where staff.id = $1`, [staffId])
  return rows[0] ? credentialOf(rows[0]) : null
}

function credentialOf(row: Row): Credential {
  return {
    staffId: row.staff_id,
    email: row.email,
    passwordHash: row.password_hash,
    passwordSetAt: row.changed_at,
    totpSecret: row.totp_secret,
    isTotpConfirmed: row.totp_confirmed_at !== null,
    closed: closureOf(row),
  }
}

function closureOf(row: Row): Credential['closed'] {
  if (row.is_disabled) return 'disabled'
  if (!row.password_hash) return 'no_password'
  if (row.is_invited_again) return 'invited_again'
  return isDemoEmail(row.email) && !isDemo() ? 'demo_account' : null
}
