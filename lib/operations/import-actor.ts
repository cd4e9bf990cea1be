import { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { newSessionToken } from '@/lib/accounts/session-token'
import { OperatorError } from './operator-error'

/** Staff role "Other" (COSD CR7950): it treats nobody. */
const STAFF_ROLE_OTHER = '08'

type ImportTeam = { id: string; code: string; kind: string; ods_code: string; organisation_id: string }

/**
 * Works as the account under which an organisation's lists are imported by command: made at first use, without a
 * password, and a support worker of the team for as long as the work takes. Disabled by an administrator, it imports no
 * more. The log says that an operator opened it, and names it at everything it does.
 *
 * @param ownerUrl role `owner`
 * @throws OperatorError if there is no such hospital or community team, or the account is disabled
 */
export async function asImportActor<Result>(
  ownerUrl: string,
  teamCode: string,
  work: (actor: Actor, teamId: string) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const team = await findTeam(client, teamCode)
    const staffId = await findAccount(client, team)
    const tokenHash = await begin(client, staffId, team.id)
    try {
      const actor = await actorOfSession(tokenHash)
      if (!actor) throw new OperatorError('The session of the import could not be opened.')
      return await work(actor, team.id)
    } finally {
      await end(client, staffId, team.id)
    }
  } finally {
    await client.end()
  }
}

async function findTeam(client: Client, code: string): Promise<ImportTeam> {
  const { rows } = await client.query<ImportTeam>(
    `select team.id, team.code, team.kind::text, team.organisation_id, organisation.ods_code
     from team join organisation on organisation.id = team.organisation_id where upper(team.code) = upper($1)`,
    [code],
  )
  const [team] = rows
  if (!team) throw new OperatorError(`There is no team with the code ${code}.`)
  if (team.kind === 'practice') {
    throw new OperatorError(
      `${team.code} is a practice: lists are imported for hospital and community teams.`,
    )
  }
  return team
}

async function findAccount(client: Client, team: ImportTeam): Promise<string> {
  const email = `import.${team.ods_code.toLowerCase()}@alongside.invalid`
  await client.query(
    `insert into staff (id, email, given_name, family_name, staff_role_code) values ($1, $2, 'Import', $3, $4)
     on conflict (email) do nothing`,
    [uuidv7(), email, `of lists for ${team.ods_code}`, STAFF_ROLE_OTHER],
  )
  const { rows } = await client.query<{ id: string; disabled_at: Date | null }>(
    'select id, disabled_at from staff where email = $1',
    [email],
  )
  const [account] = rows
  if (!account || account.disabled_at) {
    throw new OperatorError(
      `The account ${email} is disabled: an administrator of ${team.ods_code} enables it.`,
    )
  }
  return account.id
}

async function begin(client: Client, staffId: string, teamId: string): Promise<string> {
  const { tokenHash } = newSessionToken()
  await client.query('begin')
  await client.query(
    `insert into team_member (id, staff_id, team_id, role, started_on)
     values ($1, $2, $3, 'support_worker', (now() at time zone 'Europe/London')::date)
     on conflict (staff_id, team_id) where ended_on is null do nothing`,
    [uuidv7(), staffId, teamId],
  )
  await client.query(
    `insert into staff_session (id, token_hash, staff_id, expires_at, browser)
     values ($1, $2, $3, now() + interval '1 hour', 'npm run import:patients')`,
    [uuidv7(), tokenHash, staffId],
  )
  await record(client, 'account.logged_in', staffId)
  await client.query('commit')
  return tokenHash
}

async function end(client: Client, staffId: string, teamId: string): Promise<void> {
  await client.query('begin')
  await client.query(
    `update staff_session set ended_at = now(), ended_reason = 'import finished' where staff_id = $1 and ended_at is null`,
    [staffId],
  )
  await client.query(
    `update team_member set ended_on = (now() at time zone 'Europe/London')::date
     where staff_id = $1 and team_id = $2 and ended_on is null`,
    [staffId, teamId],
  )
  await record(client, 'account.logged_out', staffId)
  await client.query('commit')
}

async function record(client: Client, event: AccessEvent, staffId: string): Promise<void> {
  await client.query(
    `insert into access_log (event, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
     values ($1, $2, '{"how": "import command"}', 0, 0, now(), '', '', '')`,
    [event, staffId],
  )
}
