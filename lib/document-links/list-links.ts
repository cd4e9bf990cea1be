import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { DocumentLinkView } from './document-link'
import { linkStateOf } from './link-rules'

/** The links of a patient's deliveries, newest first, for who has the patient open. */
export async function listLinks(
  tx: Tx,
  wanted: { patientId: string; deliveryIds?: readonly string[]; id?: string },
): Promise<DocumentLinkView[]> {
  const { patientId, deliveryIds, id } = wanted
  const rows = await tx.documentLink.findMany({
    where: { patientId, id, deliveryId: deliveryIds && { in: [...deliveryIds] } },
    omit: { tokenHash: true },
    orderBy: { id: 'desc' },
    include: {
      team: { select: { name: true } },
      delivery: {
        select: {
          version: { select: { summaryId: true, number: true } },
          links: { select: { id: true }, orderBy: { id: 'desc' }, take: 1 },
        },
      },
      events: { orderBy: { id: 'asc' } },
    },
  })
  const nameOf = await staffNames(
    tx,
    rows.flatMap((row) => [row.issuedById, ...row.events.map(({ recordedById }) => recordedById)]),
  )
  return rows.map(({ delivery, events, team, issuedById, purpose: _purpose, teamId: _teamId, ...row }) => ({
    ...row,
    summaryId: delivery.version.summaryId,
    versionNumber: delivery.version.number,
    practice: team.name,
    issuedBy: nameOf(issuedById),
    state: linkStateOf(
      {
        expiresAt: row.expiresAt,
        isReplaced: delivery.links[0]?.id !== row.id,
        kinds: events.map(({ kind }) => kind),
      },
      now(),
    ),
    facts: events.map(({ kind, recordedAt, recordedById, reason }) => ({
      kind,
      reason,
      at: recordedAt,
      by: recordedById && nameOf(recordedById),
    })),
  }))
}
