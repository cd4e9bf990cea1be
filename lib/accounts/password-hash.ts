import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { isDemo } from '@/lib/platform/env'
import { RuleBroken } from '@/lib/platform/errors'
import { queueOf, QueueFull } from './internal/queue'
import { LONGEST_PASSWORD, normalisedPassword } from './password-rules'

type Cost = { memoryCost: number; timeCost: number; parallelism: number }

/** Argon2id: 64 MiB and three passes, which a log-in can afford and a guesser cannot. Memory in KiB. */
const LIVE_COST: Cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** The least that OWASP's password storage guidance allows, where everybody in the database is fictitious. */
const DEMO_COST: Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const ARGON2ID = 2
const AT_ONCE = 2
const MOST_WAITING = 40
const BUSY = 'Many people are logging in at this moment. Wait a minute, then try again'

/** Memory is the cost: so many at once, however many ask. */
const inTurn = queueOf(AT_ONCE, MOST_WAITING)

let hashOfNobody: Promise<string> | undefined

function cost(): Cost {
  return isDemo() ? DEMO_COST : LIVE_COST
}

/** The hash of a password, with its salt and cost in it. @throws RuleBroken if too many are asked for at once */
export async function hashPassword(password: string): Promise<string> {
  return queued(() => hash(normalisedPassword(password), cost()))
}

/**
 * Whether this is the password of the hash. Without a hash the same work is done and the answer is no, so that time
 * does not tell who has an account.
 *
 * @throws RuleBroken if too many are asked for at once
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  hashOfNobody ??= hash(randomBytes(32), cost())
  const against = passwordHash ?? (await hashOfNobody)
  // Nobody has a longer one, and no more of it is worth hashing.
  const tried = normalisedPassword(password.slice(0, LONGEST_PASSWORD * 4))
  const matches = await queued(() => verify(against, tried))
  return matches && passwordHash !== null
}

/** Whether the hash was made at another cost than today's. */
export function isHashOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash)
  const wanted = cost()
  return (
    Number(made.algorithm) !== ARGON2ID ||
    made.memoryCost !== wanted.memoryCost ||
    made.timeCost !== wanted.timeCost ||
    made.parallelism !== wanted.parallelism
  )
}

async function queued<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await inTurn(work)
  } catch (error) {
    if (error instanceof QueueFull) throw new RuleBroken(BUSY)
    throw error
  }
}
