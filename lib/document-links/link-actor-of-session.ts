import 'server-only'
import type { LinkActor } from '@/lib/access/link-actor'
import { appPool } from '@/lib/platform/database-pools'

type Row = {
  session_id: string
  link_id: string
  patient_id: string
  delivery_id: string
  summary_id: string
  practice_team_id: string
  expires_at: Date
}

/** Who came by a link, by the hash of the session's secret; null when it has ended or run out, or the link was taken back. */
export async function linkActorOfSession(tokenHash: string): Promise<LinkActor | null> {
  const { rows } = await appPool().query<Row>({
    name: 'begin_link_request',
    text: 'select * from access.begin_link_request($1)',
    values: [tokenHash],
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
