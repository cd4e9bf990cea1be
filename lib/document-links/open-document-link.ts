import 'server-only'
import type { z } from 'zod'
import { findOfferedLink, tryLink, type OfferedLink } from '@/lib/access/link-door'
import { hashOfToken, newSessionToken } from '@/lib/accounts/session-token'
import { RuleBroken } from '@/lib/platform/errors'
import type { openDocumentLinkSchema } from './schema'

/** The link that an address is of, or null where it cannot be used. Looking changes nothing. */
export async function findDocumentLink(secret: string): Promise<OfferedLink | null> {
  return findOfferedLink(hashOfToken(secret))
}

/**
 * Tries a link with a date of birth. Wrong ones are counted, whoever else tries at the same time.
 *
 * @returns the secret of the session that it opened, for the cookie; null where the link cannot be used, or any more
 * @throws RuleBroken at the field if the date is not the person's, with how many tries are left
 */
export async function openDocumentLink({
  link,
  bornOn,
}: z.output<typeof openDocumentLinkSchema>): Promise<string | null> {
  const session = newSessionToken()
  const { outcome, triesLeft } = await tryLink(hashOfToken(link), bornOn, session.tokenHash)
  if (outcome === 'wrong') throw new RuleBroken([{ field: 'bornOn', message: wrongDateWords(triesLeft) }])
  return outcome === 'opened' ? session.token : null
}

function wrongDateWords(triesLeft: number): string {
  const tries = triesLeft === 1 ? '1 try is' : `${triesLeft} tries are`
  return `This is not the date of birth of the person whom the document is about. ${tries} left`
}
