import type { DocumentLinkEventKind } from '@/lib/platform/prisma-client/enums'
import type { DocumentLinkState } from './document-link'

/** How long a link is good for, from its issue: our security bar allows 7 to 14 days. */
export const LINK_DAYS = 14

/** Wrong dates of birth after which a link is dead. The database has the same in access.link_tries(). */
export const MOST_TRIES = 5

/** How often a link opens: a practice says yes one day and does it on another. access.link_openings(). */
export const MOST_OPENINGS = 10

/** What the state of a link is worked out from. */
export type LinkFacts = { expiresAt: Date; isReplaced: boolean; kinds: readonly DocumentLinkEventKind[] }

/** Where a link stands: what the hospital team did outweighs what its holder did, and that what time does. */
export function linkStateOf({ expiresAt, isReplaced, kinds }: LinkFacts, now: Date): DocumentLinkState {
  const count = (kind: DocumentLinkEventKind) => kinds.filter((one) => one === kind).length
  if (count('revoked') > 0) return 'revoked'
  if (isReplaced) return 'replaced'
  if (count('refused') >= MOST_TRIES) return 'locked'
  if (count('finished') > 0 || count('opened') >= MOST_OPENINGS) return 'used'
  return expiresAt <= now ? 'expired' : 'live'
}

/** Whether there is still something to take back: a link that opens, or one whose sessions may still be open. */
export function mayBeRevoked(state: DocumentLinkState): boolean {
  return state !== 'revoked' && state !== 'replaced'
}

/** The instant at which a link issued now runs out. */
export function linkExpiry(issuedAt: Date): Date {
  const expiresAt = new Date(issuedAt)
  expiresAt.setUTCDate(expiresAt.getUTCDate() + LINK_DAYS)
  return expiresAt
}
