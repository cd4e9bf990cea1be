import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { RuleBroken } from '@/lib/platform/errors'
import { readCookie, removeCookie, writeCookie } from '@/lib/platform/cookies'

/** How long one may take to find the telephone. */
const MINUTES = 10
const NAME = 'alongside-log-in'

/** Sealed apart from sessions: neither can be taken for the other. */
const SALT = 'half-way through logging in'

const halfLogInSchema = z.object({ staffId: z.uuid(), passwordSetAt: z.string() })

/** Somebody whose password was right and who has yet to give the second factor. Opens nothing by itself. */
export type HalfLogIn = z.infer<typeof halfLogInSchema>

/** Remembers it in an encrypted cookie for 10 minutes: no row exists that could be taken for a session. */
export async function keepHalfLogIn(half: HalfLogIn): Promise<void> {
  await writeCookie(NAME, await sealHalfLogIn(half), MINUTES * 60)
}

/** Whoever is half-way in this browser, or null. */
export async function findHalfLogIn(): Promise<HalfLogIn | null> {
  const value = await readCookie(NAME)
  return value ? openHalfLogIn(value) : null
}

/** As `findHalfLogIn`. @throws RuleBroken if nobody is, or it took too long */
export async function requireHalfLogIn(): Promise<HalfLogIn> {
  const half = await findHalfLogIn()
  if (!half) throw new RuleBroken('This took too long. Log in again from the start')
  return half
}

export async function forgetHalfLogIn(): Promise<void> {
  await removeCookie(NAME)
}

export async function sealHalfLogIn(half: HalfLogIn): Promise<string> {
  return encode({ token: half, secret: env().ALONGSIDE_SESSION_KEY, salt: SALT, maxAge: MINUTES * 60 })
}

export async function openHalfLogIn(value: string): Promise<HalfLogIn | null> {
  try {
    const payload = await decode({ token: value, secret: env().ALONGSIDE_SESSION_KEY, salt: SALT })
    return halfLogInSchema.safeParse(payload).data ?? null
  } catch {
    return null
  }
}
