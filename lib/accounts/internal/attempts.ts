import 'server-only'
import { createHmac } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import { env } from '@/lib/platform/env'
import { RuleBroken } from '@/lib/platform/errors'
import { logger } from '@/lib/platform/logger'
import { networkOf, type RequestOrigin } from '../request-origin'
import { failuresOf, LIMITS, lockedUntil, LOOK_BACK_MINUTES, type AttemptEntry } from '../throttle-rules'
import { inAuthTransaction, type AuthConnection } from './auth-database'

const log = logger('log-in')

/** Under which names a try is counted. */
export type AttemptKeys = { accountKey: string; addressKey: string }

/**
 * Counts a try before it is looked at, as a failure until `attemptSucceeded` says otherwise: so however many arrive
 * together, no more are let through than the limits say. A try that is refused is not counted.
 *
 * @throws RuleBroken saying until when the door is shut
 */
export async function beginAttempt(email: string, origin: RequestOrigin): Promise<AttemptKeys> {
  const keys = {
    accountKey: keyOf(`account ${email}`),
    addressKey: keyOf(`address ${networkOf(origin.address)}`),
  }
  const lockedTo = await inAuthTransaction(async (connection) => {
    await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [keys.accountKey])
    const lock = await lockOf(connection, keys)
    if (!lock) await note(connection, keys, false)
    return lock
  })
  if (!lockedTo) return keys
  log.warn({ account: keys.accountKey.slice(0, 12), address: keys.addressKey.slice(0, 12) }, 'too many tries')
  throw new RuleBroken(
    `Too many attempts to log in. Try again after ${formatTimeForStaff(minuteAfter(lockedTo))}`,
  )
}

/** Takes the try back from the failures. */
export async function attemptSucceeded(connection: AuthConnection, keys: AttemptKeys): Promise<void> {
  await note(connection, keys, true)
}

async function note(connection: AuthConnection, keys: AttemptKeys, succeeded: boolean): Promise<void> {
  await connection.query(
    `insert into login_attempt (id, account_key, address_key, at, succeeded) values ($1, $2, $3, clock_timestamp(), $4)`,
    [uuidv7(), keys.accountKey, keys.addressKey, succeeded],
  )
}

async function lockOf(connection: AuthConnection, keys: AttemptKeys): Promise<Date | null> {
  const { rows } = await connection.query<{ at: Date; succeeded: boolean; here: boolean; now: Date }>(
    `select at, succeeded, address_key = $2 as here, now() from login_attempt
     where account_key = $1 and at > now() - make_interval(mins => $3)`,
    [keys.accountKey, keys.addressKey, LOOK_BACK_MINUTES],
  )
  const now = rows[0]?.now
  const ofAccount = now ? lockedUntil(failuresOf(rows), LIMITS.account, now) : null
  const fromHere = rows.filter((row) => row.here)
  const ofPair = now ? lockedUntil(failuresOf(fromHere), LIMITS.accountFromAddress, now) : null
  const ofAddress = await lockOfAddress(connection, keys.addressKey)
  const locks = [ofAccount, ofPair, ofAddress].filter((lock) => lock !== null)
  return locks.length > 0 ? new Date(Math.max(...locks.map((lock) => lock.getTime()))) : null
}

/** Counted before it is read: at the start of a shift a whole hospital logs in from one address. */
async function lockOfAddress(connection: AuthConnection, addressKey: string): Promise<Date | null> {
  const lookBack = LIMITS.address.withinMinutes + LIMITS.address.lockMinutes
  const { rows: counted } = await connection.query<{ failed: number; now: Date }>(
    `select (count(*) filter (where not succeeded) - count(*) filter (where succeeded))::int as failed, now()
     from login_attempt where address_key = $1 and at > now() - make_interval(mins => $2)`,
    [addressKey, lookBack],
  )
  const [count] = counted
  if (!count || count.failed < LIMITS.address.most) return null
  const { rows } = await connection.query<AttemptEntry>(
    `select at, succeeded from login_attempt where address_key = $1 and at > now() - make_interval(mins => $2)`,
    [addressKey, lookBack],
  )
  return lockedUntil(failuresOf(rows), LIMITS.address, count.now)
}

/** Keyed, so that a password typed into the wrong field cannot be found out from what is stored. */
function keyOf(text: string): string {
  return createHmac('sha256', env().ALONGSIDE_SESSION_KEY).update(text).digest('hex')
}

/** The words name a minute; at its start the lock may still hold. */
function minuteAfter(instant: Date): Date {
  return new Date(instant.getTime() + 59_999)
}
