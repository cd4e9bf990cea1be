import { uuidv7 } from 'uuidv7'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { NotTaken, type Carrier, type Found, type Outgoing } from '@/lib/messages/carrier'
import { deliverMessage, type Carriers } from '@/lib/messages/deliver-message'
import type { NewMessage } from '@/lib/messages/message'
import { getMessage } from '@/lib/messages/queries'
import { queueMessages } from '@/lib/messages/queue-messages'
import { now } from '@/lib/platform/clock'
import { aLetter } from '@/tests/factories/letters'
import { makeSetting, type Setting } from '../care-plans/setting'

export type Behaviour =
  'takes it' | 'refuses for good' | 'is away for now' | 'gives no answer' | 'dies after taking it'

/** A carrier that remembers what it took, and does what a test tells it. */
export function testCarrier() {
  const taken: Outgoing[] = []
  const plan: { next: Behaviour[]; canSay: boolean } = { next: [], canSay: true }
  const carrier: Carrier = {
    send: async (message) => {
      const behaviour = plan.next.shift() ?? 'takes it'
      if (behaviour === 'refuses for good') throw new NotTaken('no_such_number', true)
      if (behaviour === 'is away for now') throw new NotTaken('busy', false)
      if (behaviour === 'gives no answer') throw new Error('no answer')
      taken.push(message)
      if (behaviour === 'dies after taking it') throw new Error('the process died')
      return { reference: `carrier-${message.messageId}` }
    },
    find: async (messageId): Promise<Found> => {
      if (!plan.canSay) return 'unknown'
      const found = taken.some((message) => message.messageId === messageId)
      return found ? { reference: `carrier-${messageId}` } : 'not_sent'
    },
  }
  const carriers: Carriers = { letter: carrier, email: carrier, text_message: carrier }
  return { taken, plan, carriers, times: (id: string) => taken.filter((one) => one.messageId === id).length }
}

export const JOB = { job: 'send_message' } as const

export type MessageSetting = Awaited<ReturnType<typeof makeMessageSetting>>

/** What tests of messages start from. */
export async function makeMessageSetting() {
  const setting: Setting = await makeSetting()
  const { clinician, breast, database } = setting
  const reachable = async (
    known: { text?: string | null; email?: string | null; postcode?: string | null } = {},
  ) => {
    const patientId = await setting.patient()
    const { text = '07700900123', email = 'anne@example.org', postcode = 'ZZ99 3VZ' } = known
    await database.superuser.query(
      `update patient set mobile_telephone = $2, email = $3, address_line_1 = case when $4::text is null then null else '1 High Street' end, postcode = $4 where id = $1`,
      [patientId, text, email, postcode],
    )
    return patientId
  }
  const queue = async (message: NewMessage, by: Actor = clinician) => {
    const [id] = await asActor(by, (tx) => queueMessages(tx, by.staffId, [message]))
    if (!id) throw new Error('nothing was written')
    return id
  }
  return {
    ...setting,
    /** Somebody of the breast team with a number, an email and an address. */
    reachable,
    queue,
    textTo: (patientId: string, about: string = uuidv7()) =>
      queue({
        patientId,
        teamId: breast,
        about,
        notBefore: now(),
        channel: 'text_message',
        template: 'please_call',
      }),
    letterTo: (patientId: string, about: string = uuidv7()) =>
      queue({
        patientId,
        teamId: breast,
        about,
        notBefore: now(),
        channel: 'letter',
        letter: aLetter(),
        recipientTeamId: null,
      }),
    deliver: (carriers: Carriers, messageId: string, isLast = false) =>
      deliverMessage(JOB, carriers, { messageId, isLast }),
    message: async (patientId: string, messageId: string) =>
      (await getMessage(clinician, { patientId, messageId })).message,
    jobs: async () => {
      const { rows } = await database.superuser.query<{ key: string }>('select key from graphile_worker.jobs')
      return rows.map(({ key }) => key)
    },
    died: (patientId: string) =>
      database.superuser.query('update patient set died_on = current_date where id = $1', [patientId]),
  }
}
