import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { findFrozenVersion, type FrozenVersion } from './internal/frozen-versions'
import { openDelivery } from './internal/open-delivery'

export type SentSummaryPage = FrozenVersion & {
  deliveryId: string
  sentOn: CalendarDate
  seen: { at: Date; by: string } | null
  /** The person is registered with this practice today. */
  isRegistered: boolean
  /** The delivery of a later version to the same practice; null for the newest. */
  newerDeliveryId: string | null
  /** What this practice is asked in it, as it stands; empty once the person has moved on. */
  requests: PracticeRequestView[]
}

/** A summary as it was sent to a practice of the actor's, whoever the person is with now. @throws NotFound, NotAllowed */
export async function getSentSummary(actor: Actor, deliveryId: string): Promise<SentSummaryPage> {
  return asActor(actor, async (tx) => {
    const delivery = await openDelivery(tx, actor, deliveryId, 'read')
    const version = await findFrozenVersion(tx, delivery.versionId)
    if (!version) throw new NotFound()
    const newest = await tx.treatmentSummaryDelivery.findFirst({
      where: {
        patientId: delivery.patientId,
        teamId: delivery.teamId,
        version: { summaryId: version.summaryId, number: { gt: version.number } },
      },
      orderBy: { version: { number: 'desc' } },
      select: { id: true },
    })
    const name = await staffNames(tx, [delivery.seenById])
    await recordAccess(tx, {
      event: 'treatment_summary.viewed',
      patientId: delivery.patientId,
      entityId: delivery.id,
    })
    return {
      ...version,
      deliveryId: delivery.id,
      sentOn: fromDatabaseDate(delivery.sentOn),
      seen: delivery.seenAt && { at: delivery.seenAt, by: name(delivery.seenById) },
      isRegistered: delivery.isInCare,
      newerDeliveryId: newest?.id ?? null,
      requests: delivery.isInCare ? await listRequestsOfSummary(tx, version.summaryId) : [],
    }
  })
}

/**
 * A summary as it was sent to a practice of the actor's, to be made a PDF of. One that is no longer as it was signed is
 * not found: what a practice files must be what the signature stands for.
 *
 * @throws NotFound, NotAllowed
 */
export async function getSentSummaryToPrint(actor: Actor, deliveryId: string): Promise<FrozenVersion> {
  return asActor(actor, async (tx) => {
    const delivery = await openDelivery(tx, actor, deliveryId, 'print')
    const version = await findFrozenVersion(tx, delivery.versionId)
    if (!version?.isIntact) throw new NotFound()
    await recordAccess(tx, {
      event: 'treatment_summary.printed',
      patientId: delivery.patientId,
      entityId: delivery.id,
      detail: { version: version.number, copy: 'letter' },
    })
    return version
  })
}
