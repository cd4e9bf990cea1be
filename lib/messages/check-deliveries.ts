import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { Carriers } from './deliver-message'
import type { Arrival } from './carrier'
import { addEvent, askSomebody } from './internal/message-events'
import { messageForChange } from './internal/message-rows'
import type { MessageChannel } from '@/lib/platform/prisma-client/enums'

/** Carriers know what became of a message within days; after these nobody asks any more. */
const ASKED_FOR_DAYS = 14
const DAY_MS = 86_400_000

/** As many as one run asks about: a carrier answers so many questions a minute. */
const ASKED_AT_ONCE = 1000

/** `unanswered`: the carrier did not say; it is asked again at the next run. */
export type Checked = { delivered: number; notDelivered: number; unanswered: number }

type Taken = { messageId: string; reference: string; channel: MessageChannel }

/**
 * Asks carriers what became of what they took. What arrived is recorded; for what did not, the team has a task. Each is
 * recorded once, however often this runs.
 */
export async function checkDeliveries(actor: SystemActor, carriers: Carriers): Promise<Checked> {
  const checked: Checked = { delivered: 0, notDelivered: 0, unanswered: 0 }
  const channels = (Object.keys(carriers) as MessageChannel[]).filter((channel) => carriers[channel].arrival)
  if (channels.length === 0) return checked
  for (const { messageId, reference, channel } of await asJob(actor, (tx) => listTaken(tx, channels))) {
    const arrival = await carriers[channel].arrival?.(reference).catch(() => null)
    if (!arrival) checked.unanswered += 1
    if (!arrival || arrival === 'on_its_way') continue
    const isNew = await asJob(actor, (tx) => recordArrival(tx, messageId, arrival))
    if (isNew) checked[arrival === 'delivered' ? 'delivered' : 'notDelivered'] += 1
  }
  return checked
}

/** What carriers took by themselves and have not said to have arrived, or not; the oldest first. */
async function listTaken(tx: Tx, channels: readonly MessageChannel[]): Promise<Taken[]> {
  const since = new Date(now().getTime() - ASKED_FOR_DAYS * DAY_MS)
  const rows = await tx.messageEvent.findMany({
    where: {
      kind: 'sent',
      recordedById: null,
      detail: { not: null },
      recordedAt: { gte: since },
      message: {
        recipient: 'person',
        channel: { in: [...channels] },
        events: { none: { kind: { in: ['delivered', 'not_delivered'] } } },
      },
    },
    orderBy: { id: 'asc' },
    take: ASKED_AT_ONCE,
    select: { messageId: true, detail: true, message: { select: { channel: true } } },
  })
  return rows.map(({ messageId, detail, message }) => ({
    messageId,
    reference: detail ?? '',
    channel: message.channel,
  }))
}

/** @returns whether nobody had said so before */
async function recordArrival(
  tx: Tx,
  messageId: string,
  arrival: Exclude<Arrival, 'on_its_way'>,
): Promise<boolean> {
  const message = await messageForChange(tx, { id: messageId })
  if (message.events.some(({ kind }) => kind === 'delivered' || kind === 'not_delivered')) return false
  const kind = arrival === 'delivered' ? 'delivered' : 'not_delivered'
  const detail = arrival === 'delivered' ? null : arrival.notDelivered
  await addEvent(tx, message, { kind, detail, by: null })
  if (detail) await askSomebody(tx, message, detail)
  const { patientId, channel } = message
  await recordAccess(tx, { event: `message.${kind}`, patientId, entityId: messageId, detail: { channel } })
  return true
}
