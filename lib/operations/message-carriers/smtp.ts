import { createTransport } from 'nodemailer'
import { NotTaken, type Carrier, type Outgoing } from '@/lib/messages/carrier'

/** Errors that come before anything was said to the other server about the message. A connection lost later looks like one lost early. */
const BEFORE_THE_MESSAGE = ['EDNS', 'EAUTH', 'ETLS']

type Settings = { url: string; from: string; timeoutMs?: number }

const TIMEOUT_MS = 30_000

/** Emails by SMTP. The message's id is the email's, so that whoever looks into a mailbox can tell a repeat. */
export function smtpCarrier({ url, from, timeoutMs = TIMEOUT_MS }: Settings): Carrier {
  const transport = createTransport(withTimeouts(url, timeoutMs), { from })
  return {
    send: async (message: Outgoing) => {
      if (message.channel !== 'email') throw new NotTaken('no_carrier', true)
      const { address, words, messageId } = message
      try {
        const sent = await transport.sendMail({
          to: address,
          subject: words.subject,
          text: words.body,
          messageId: `<${messageId}@alongside>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { reference: sent.messageId }
      } catch (error) {
        throw refusal(error) ?? error
      }
    },
    // SMTP has no way to ask.
    find: async () => 'unknown',
  }
}

/** What surely did not leave: refused by the other server, or never got that far. */
function refusal(error: unknown): NotTaken | null {
  const code = Reflect.get(Object(error), 'responseCode')
  if (typeof code === 'number') return new NotTaken(`smtp_${code}`, code >= 500)
  const kind = Reflect.get(Object(error), 'code')
  const isEarly =
    BEFORE_THE_MESSAGE.includes(String(kind)) || Reflect.get(Object(error), 'syscall') === 'connect'
  return isEarly ? new NotTaken(`smtp_${String(kind).toLowerCase()}`, false) : null
}

/** The library takes them with the address; without them it waits for minutes. */
function withTimeouts(url: string, timeoutMs: number): string {
  const address = new URL(url)
  for (const timeout of ['connectionTimeout', 'greetingTimeout', 'socketTimeout', 'dnsTimeout'])
    address.searchParams.set(timeout, String(timeoutMs))
  return address.href
}
