import 'server-only'
import { asActor } from '@/lib/access/as-actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { openByLink } from '@/lib/access/link-context'
import type { LinkStanding } from '@/lib/access/link-table'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { findFrozenVersion, type FrozenVersion } from './internal/frozen-versions'

export type LinkedSummaryPage = FrozenVersion & {
  standing: LinkStanding
  /** The practice that it was sent to. */
  practice: string
  sentOn: CalendarDate
  seenAt: Date | null
  /** The link opens no more from then on. */
  linkExpiresAt: Date
  /** What the practice is asked in it, as it stands; empty unless the document is current. */
  requests: PracticeRequestView[]
}

/** The summary that a link opens, as it was sent. @throws NotFound, NotAllowed */
export async function getSummaryByLink(actor: LinkActor): Promise<LinkedSummaryPage> {
  return asActor(actor, async (tx) => {
    const page = await readSummary(tx, actor)
    const { patientId, deliveryId: entityId } = actor
    await recordAccess(tx, { event: 'treatment_summary.viewed', patientId, entityId })
    return page
  })
}

/**
 * The summary that a link opens, to be made a PDF of. One that is no longer as it was signed is not found.
 *
 * @throws NotFound, NotAllowed
 */
export async function getSummaryByLinkToPrint(actor: LinkActor): Promise<FrozenVersion> {
  return asActor(actor, async (tx) => {
    await openByLink(tx, actor, ['sent_treatment_summary', 'print'])
    const summary = await readSummary(tx, actor)
    if (!summary.isIntact) throw new NotFound()
    const { patientId, deliveryId: entityId } = actor
    await recordAccess(tx, {
      event: 'treatment_summary.printed',
      patientId,
      entityId,
      detail: { version: summary.number, copy: 'letter' },
    })
    return summary
  })
}

/**
 * One request of the summary that a link opens; null where the document is not current, so that nothing is asked by it.
 *
 * @throws NotFound, NotAllowed
 */
export async function getRequestByLink(
  actor: LinkActor,
  requestId: string,
): Promise<{ summary: LinkedSummaryPage; request: PracticeRequestView | null }> {
  return asActor(actor, async (tx) => {
    const summary = await readSummary(tx, actor)
    const request = summary.requests.find(({ id }) => id === requestId) ?? null
    if (!request && summary.standing === 'current') throw new NotFound()
    const { patientId } = actor
    await recordAccess(tx, { event: 'practice_request.viewed', patientId, entityId: request?.id ?? null })
    return { summary, request }
  })
}

async function readSummary(tx: Tx, actor: LinkActor): Promise<LinkedSummaryPage> {
  const standing = await openByLink(tx, actor, ['sent_treatment_summary', 'read'])
  const delivery = await tx.treatmentSummaryDelivery.findFirst({
    where: { id: actor.deliveryId },
    include: { team: { select: { name: true } } },
  })
  const version = delivery && (await findFrozenVersion(tx, delivery.versionId))
  if (!version) throw new NotFound()
  return {
    ...version,
    standing,
    practice: delivery.team?.name ?? '',
    sentOn: fromDatabaseDate(delivery.sentOn),
    seenAt: delivery.seenAt,
    linkExpiresAt: actor.linkExpiresAt,
    requests: await listRequestsOfSummary(tx, version.summaryId),
  }
}
