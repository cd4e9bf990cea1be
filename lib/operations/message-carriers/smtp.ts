import { createTransport } from 'nodemailer'
import { NotTaken, type Carrier, type Outgoing } from '@/lib/messages/carrier'

/** Errors that come before anything was said to the other server about the message. */
const BEFORE_THE_MESSAGE = ['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED']

type Settings = { url: string; from: string; timeoutMs?: number }

const TIMEOUT_MS = 30_000

/** Emails by SMTP. The message's id is the email's, so that whoever looks into a mailbox can tell a repeat. */
export function smtpCarrier({ url, from, timeoutMs = TIMEOUT_MS }: Settings): Carrier {
  const transport = createTransport(url, { from })
  Object.assign(transport.options, {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
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
  return typeof kind === 'string' && BEFORE_THE_MESSAGE.includes(kind)
    ? new NotTaken(kind.toLowerCase(), false)
    : null
}
