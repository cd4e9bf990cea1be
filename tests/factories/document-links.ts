import type { Actor } from '@/lib/access/actor'
import { linkActorOfSession } from '@/lib/access/link-door'
import type { LinkActor } from '@/lib/access/link-actor'
import { hashOfToken } from '@/lib/accounts/session-token'
import { openDocumentLink } from '@/lib/document-links/open-document-link'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { issueSummaryLink } from '@/lib/treatment-summaries/issue-summary-link'

/** A link to the version of a summary that stands, made for the practice. @returns its id and its secret */
export async function issuedLink(
  actor: Actor,
  place: { patientId: string; summaryId: string },
): Promise<{ linkId: string; secret: string }> {
  const { linkId, secret } = await issueSummaryLink(actor, { ...place, channel: 'secure_email' })
  if (!secret) throw new Error('a repeat has no secret')
  return { linkId, secret }
}

/** Who opens a link with a date of birth, with the secret of the session for a cookie. */
export async function openedLink(
  secret: string,
  bornOn: CalendarDate,
): Promise<LinkActor & { session: string }> {
  const session = await openDocumentLink({ link: secret, bornOn })
  const actor = session && (await linkActorOfSession(hashOfToken(session)))
  if (!actor) throw new Error('the link does not open')
  return { ...actor, session }
}
