import { NotifyClient } from 'notifications-node-client'
import { renderPdf } from '@/lib/documents/render-pdf'
import { NotTaken, type Arrival, type Carrier, type Found, type Outgoing } from '@/lib/messages/carrier'
import { addressed } from '@/lib/messages/letter-frame'

/** The templates at GOV.UK Notify have the fields `subject` and `body` and nothing else. */
type Settings = {
  url: string
  key: string
  emailTemplate: string
  textTemplate: string
  timeoutMs?: number
}

const TIMEOUT_MS = 30_000
const TOO_MANY_REQUESTS = 429
const BAD_GATEWAY = 502

/** Messages by GOV.UK Notify; letters as PDF. Each carries its id as reference, by which it is found again. */
export function notifyCarrier(settings: Settings): Carrier {
  const client = clientOf(settings)
  return {
    send: async (message) => {
      try {
        const { data } = await hand(client, settings, message)
        return { reference: String(Reflect.get(Object(data), 'id') ?? '') || null }
      } catch (error) {
        throw refusal(error) ?? error
      }
    },
    find: (messageId) => find(client, messageId),
    arrival: async (reference) => {
      const { data } = await client.getNotificationById(reference)
      return arrivalOf(String(Reflect.get(Object(data), 'status')))
    },
  }
}

type RestClient = Parameters<NotifyClient['setClient']>[0]

/** The library would wait for an answer for ever. */
function clientOf({ url, key, timeoutMs = TIMEOUT_MS }: Settings): NotifyClient {
  const client = new NotifyClient(url, key)
  const { restClient } = client.apiClient as {
    restClient: { create: (options: { timeout: number }) => RestClient }
  }
  client.setClient(restClient.create({ timeout: timeoutMs }))
  return client
}

async function hand(
  client: NotifyClient,
  { emailTemplate, textTemplate }: Settings,
  message: Outgoing,
): Promise<{ data: unknown }> {
  const { messageId: reference } = message
  if (message.channel === 'letter') {
    const letter = addressed(message.letter, message.address)
    const { bytes } = await renderPdf(letter, { createdAt: message.createdAt })
    return client.sendPrecompiledLetter(reference, Buffer.from(bytes))
  }
  const options = { personalisation: message.words, reference }
  return message.channel === 'email'
    ? client.sendEmail(emailTemplate, message.address, options)
    : client.sendSms(textTemplate, message.address, options)
}

async function find(client: NotifyClient, messageId: string): Promise<Found> {
  try {
    const { data } = await client.getNotifications(undefined, undefined, messageId)
    const found: unknown = Reflect.get(Object(data), 'notifications')
    if (!Array.isArray(found)) return 'unknown'
    const [first] = found
    return first ? { reference: String(Reflect.get(Object(first), 'id') ?? '') || null } : 'not_sent'
  } catch {
    return 'unknown'
  }
}

/** Statuses after which nothing more comes (GOV.UK Notify, REST API documentation, "Get message status"). */
const ARRIVALS: Readonly<Record<string, Arrival>> = {
  delivered: 'delivered',
  // Of a text message abroad, and of a letter: handed to the network or the post, which say no more.
  sent: 'delivered',
  received: 'delivered',
  'permanent-failure': { notDelivered: 'no_such_address' },
  'temporary-failure': { notDelivered: 'not_reached' },
  'technical-failure': { notDelivered: 'carrier_failed' },
  'validation-failed': { notDelivered: 'carrier_failed' },
  'virus-scan-failed': { notDelivered: 'carrier_failed' },
  cancelled: { notDelivered: 'carrier_failed' },
}

function arrivalOf(status: string): Arrival {
  return Object.hasOwn(ARRIVALS, status) ? ARRIVALS[status]! : 'on_its_way'
}

/** What Notify answered that it did not take. Without an answer, nobody knows yet. */
function refusal(error: unknown): NotTaken | null {
  const status = Reflect.get(Object(Reflect.get(Object(error), 'response')), 'status')
  if (typeof status !== 'number' || status === BAD_GATEWAY) return null
  return new NotTaken(`notify_${status}`, status < 500 && status !== TOO_MANY_REQUESTS)
}
