import 'server-only'
import { appPool, authPool } from '@/lib/platform/database-pools'
import type { LinkActor } from './link-actor'

/** What a link that can be used says before anybody is known. Of the person, nothing. */
export type OfferedLink = { team: string; telephone: string | null; expiresAt: Date }

/** A link that can be used, by the hash of its secret, or null. Looking changes nothing. */
export async function findOfferedLink(tokenHash: string): Promise<OfferedLink | null> {
  const { rows } = await authPool().query<{
    team_name: string
    team_telephone: string | null
    expires_at: Date
  }>({ text: 'select * from access.find_document_link($1)', values: [tokenHash] })
  const [row] = rows
  return row ? { team: row.team_name, telephone: row.team_telephone, expiresAt: row.expires_at } : null
}

export type LinkTry = { outcome: 'opened' | 'wrong' | 'dead'; triesLeft: number }

/**
 * One try at a link, counted and written in the access log whatever comes of it. `dead`: it cannot be used, or any more.
 *
 * @param sessionHash of the secret that the session gets where it opens
 */
export async function tryLink(tokenHash: string, bornOn: string, sessionHash: string): Promise<LinkTry> {
  const { rows } = await authPool().query<{ outcome: LinkTry['outcome']; tries_left: number }>({
    text: 'select * from access.try_document_link($1, $2, $3)',
    values: [tokenHash, bornOn, sessionHash],
  })
  const [row] = rows
  return row ? { outcome: row.outcome, triesLeft: row.tries_left } : { outcome: 'dead', triesLeft: 0 }
}

type SessionRow = {
  session_id: string
  link_id: string
  patient_id: string
  delivery_id: string
  summary_id: string
  practice_team_id: string
  expires_at: Date
}

/** Who came by a link, by the hash of the session's secret; null when it has ended or run out, or the link was taken back. */
export async function linkActorOfSession(sessionHash: string): Promise<LinkActor | null> {
  const { rows } = await appPool().query<SessionRow>({
    name: 'begin_link_request',
    text: 'select * from access.begin_link_request($1)',
    values: [sessionHash],
  })
  const [row] = rows
  if (!row) return null
  return {
    linkId: row.link_id,
    linkSessionId: row.session_id,
    patientId: row.patient_id,
    deliveryId: row.delivery_id,
    summaryId: row.summary_id,
    practiceTeamId: row.practice_team_id,
    linkExpiresAt: row.expires_at,
  }
}
