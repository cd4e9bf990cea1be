import 'server-only'
import { hashOfToken } from '@/lib/accounts/session-token'
import { LINK_SESSION_HOURS } from '@/lib/access/link-limits'
import { readCookie, removeCookie, writeCookie } from '@/lib/platform/cookies'

const NAME = 'alongside-link'

/** Keeps the secret of a link's session, which is good for nothing but the one document. */
export async function setLinkCookie(secret: string): Promise<void> {
  await writeCookie(NAME, secret, LINK_SESSION_HOURS * 60 * 60)
}

export async function clearLinkCookie(): Promise<void> {
  await removeCookie(NAME)
}

/** The hash of the session secret that came with this request, or null. */
export async function linkSessionHash(): Promise<string | null> {
  const secret = await readCookie(NAME)
  return secret ? hashOfToken(secret) : null
}
