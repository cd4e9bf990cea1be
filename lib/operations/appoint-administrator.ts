import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import { INVITATION_DAYS } from '@/lib/accounts/invite-staff'
import { newSessionToken } from '@/lib/accounts/session-token'
import { OperatorError } from './operator-error'

/** Staff role "Other" (COSD CR7950): an administrator as such treats nobody. */
const STAFF_ROLE_OTHER = '08'
const ENOUGH = 2

export type NewAdministrator = {
  email: string
  givenName: string
  familyName: string
  organisation: string
}

/**
 * Gives somebody the role of administrator, confirmed, as the operator.
 *
 * @param ownerUrl role `owner`
 * @returns the secret of the invitation; null for somebody who has an account already
 * @throws OperatorError if there is no such organisation, or it has two administrators
 */
export async function appointAdministrator(
  ownerUrl: string,
  given: NewAdministrator,
): Promise<string | null> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const token = await appointIn(client, given)
    await client.query('commit')
    return token
  } finally {
    await client.end()
  }
}

async function appointIn(client: Client, given: NewAdministrator): Promise<string | null> {
  // Two operators at the same time: the second counts after the first.
  await client.query('select pg_advisory_xact_lock(4810113)')
  const organisationId = await organisationOf(client, given.organisation)
  const newId = uuidv7()
  const { rowCount: added } = await client.query(
    `insert into staff (id, email, given_name, family_name, staff_role_code) values ($1, $2, $3, $4, $5)
     on conflict (email) do nothing`,
    [newId, given.email, given.givenName, given.familyName, STAFF_ROLE_OTHER],
  )
  const { rows } = await client.query<{ id: string }>('select id from staff where email = $1', [given.email])
  const staffId = rows[0]?.id ?? newId
  const { rowCount: appointed } = await client.query(
    `insert into organisation_role (id, staff_id, organisation_id, role, started_on, confirmed_at)
     values ($1, $2, $3, 'admin', (now() at time zone 'Europe/London')::date, now())
     on conflict (staff_id, organisation_id, role) where ended_on is null
       do update set confirmed_at = now() where organisation_role.confirmed_at is null`,
    [uuidv7(), staffId, organisationId],
  )
  if (appointed !== 1)
    throw new OperatorError(`${given.email} is an administrator of ${given.organisation} already.`)
  await record(client, 'staff.role_given', staffId, { organisationId, role: 'admin', waits: false })
  return added === 1 ? invite(client, staffId) : null
}

async function organisationOf(client: Client, odsCode: string): Promise<string> {
  const { rows } = await client.query<{ id: string; administrators: number }>(
    `select organisation.id, (
       select count(*)::int from organisation_role as held join staff on staff.id = held.staff_id
       where held.organisation_id = organisation.id and held.role = 'admin' and held.confirmed_at is not null
         and held.ended_on is null and staff.disabled_at is null) as administrators
     from organisation where ods_code = $1`,
    [odsCode],
  )
  const [organisation] = rows
  if (!organisation) throw new OperatorError(`There is no organisation with the ODS code ${odsCode}.`)
  if (organisation.administrators >= ENOUGH) {
    throw new OperatorError(
      `${odsCode} has ${organisation.administrators} administrators already: they give and confirm the role.`,
    )
  }
  return organisation.id
}

async function invite(client: Client, staffId: string): Promise<string> {
  const { token, tokenHash } = newSessionToken()
  await client.query(
    `insert into staff_invitation (id, staff_id, token_hash, created_at, expires_at)
     values ($1, $2, $3, now(), now() + make_interval(days => $4))`,
    [uuidv7(), staffId, tokenHash, INVITATION_DAYS],
  )
  await record(client, 'staff.invited', staffId, { how: 'operator' })
  return token
}

async function record(client: Client, event: string, staffId: string, detail: object): Promise<void> {
  await client.query(
    `insert into access_log (event, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
     values ($1, $2, $3, 0, 0, now(), '', '', '')`,
    [event, staffId, JSON.stringify(detail)],
  )
}
