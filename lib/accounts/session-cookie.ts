import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/platform/env'
import { readCookie, removeCookie, writeCookie } from '@/lib/platform/cookies'
import { ABSOLUTE_HOURS } from './session-limits'
import { hashOfToken } from './session-token'

const NAME = 'alongside-session'
const MOST_REMEMBERED = 5000

/** Cookie value → hash of the session token in it: opening the envelope costs more than asking the database. */
const opened = new Map<string, string>()

/** Puts the token, and nothing else, into an encrypted cookie. */
export async function setSessionCookie(token: string): Promise<void> {
  const maxAge = ABSOLUTE_HOURS * 60 * 60
  await writeCookie(
    NAME,
    await encode({ token: { sid: token }, secret: env().ALONGSIDE_SESSION_KEY, maxAge }),
  )
}

export async function clearSessionCookie(): Promise<void> {
  await removeCookie(NAME)
}

/** The hash of the session token that came with this request, or null. */
export async function sessionTokenHash(): Promise<string | null> {
  const value = await readCookie(NAME)
  if (!value) return null
  const known = opened.get(value)
  if (known) return known
  const hash = await openCookie(value)
  if (!hash) return null
  if (opened.size >= MOST_REMEMBERED) opened.clear()
  opened.set(value, hash)
  return hash
}

async function openCookie(value: string): Promise<string | null> {
  try {
    const payload = await decode({ token: value, secret: env().ALONGSIDE_SESSION_KEY })
    return typeof payload?.sid === 'string' ? hashOfToken(payload.sid) : null
  } catch {
    return null
  }
}
