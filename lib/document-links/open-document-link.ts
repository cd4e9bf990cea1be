import 'server-only'
import type { z } from 'zod'
import { hashOfToken, newSessionToken } from '@/lib/accounts/session-token'
import { authPool } from '@/lib/platform/database-pools'
import { RuleBroken } from '@/lib/platform/errors'
import type { openDocumentLinkSchema } from './schema'

/** What a link says before anybody is known: who sent it and how long it is good for. Of the person, nothing. */
export type OfferedLink = { team: string; telephone: string | null; expiresAt: Date }

/** The link that an address is of, or null where it cannot be used. Looking changes nothing. */
export async function findDocumentLink(secret: string): Promise<OfferedLink | null> {
  const { rows } = await authPool().query<{
    team_name: string
    team_telephone: string | null
    expires_at: Date
  }>({ text: 'select * from access.find_document_link($1)', values: [hashOfToken(secret)] })
  const [row] = rows
  return row ? { team: row.team_name, telephone: row.team_telephone, expiresAt: row.expires_at } : null
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
  const { rows } = await authPool().query<{ outcome: 'opened' | 'wrong' | 'dead'; tries_left: number }>({
    text: 'select * from access.try_document_link($1, $2, $3)',
    values: [hashOfToken(link), bornOn, session.tokenHash],
  })
  const [row] = rows
  if (row?.outcome === 'wrong')
    throw new RuleBroken([{ field: 'bornOn', message: wrongDateWords(row.tries_left) }])
  return row?.outcome === 'opened' ? session.token : null
}

function wrongDateWords(triesLeft: number): string {
  const tries = triesLeft === 1 ? '1 try is' : `${triesLeft} tries are`
  return `This is not the date of birth of the person whom the document is about. ${tries} left`
}
