import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endCare } from '@/lib/care-teams/end-care'
import type { Arrival, Carrier } from '@/lib/messages/carrier'
import { checkDeliveries } from '@/lib/messages/check-deliveries'
import { recordContactBlock } from '@/lib/messages/contact-blocks'
import type { Carriers } from '@/lib/messages/deliver-message'
import { finishMessage } from '@/lib/messages/finish-message'
import { settleMessage } from '@/lib/messages/settle-message'
import { stopForTheDead } from '@/lib/messages/stop-for-the-dead'
import { now, today } from '@/lib/platform/clock'
import { checkMessages } from '@/lib/operations/check-messages'
import { correctDeath } from '@/lib/patients/correct-death'
import { getDeath } from '@/lib/patients/get-death'
import { recordDeath } from '@/lib/patients/record-death'
import { aLetter } from '@/tests/factories/letters'
import { JOB, makeMessageSetting, testCarrier, type MessageSetting } from './setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

/** Carriers that took everything, and say of it what a test tells them. */
function carriersThatSay(say: (reference: string) => Arrival | 'nothing'): Carriers {
  const { carriers } = testCarrier()
  const carrier: Carrier = {
    ...carriers.email,
    arrival: async (reference) => {
      const said = say(reference)
      if (said === 'nothing') throw new Error('no answer')
      return said
    },
  }
  return { letter: carriers.letter, email: carrier, text_message: carrier }
}
const kindsOf = async (patientId: string, messageId: string) =>
  (await setting.message(patientId, messageId)).history.map(({ kind }) => kind)

describe('what a carrier says afterwards', () => {
  it('is recorded once: that it arrived, that it is on its way, or nothing', async () => {
    const patientId = await setting.reachable()
    const [arrived, travelling] = [await setting.textTo(patientId), await setting.textTo(patientId)]
    const carriers = carriersThatSay((reference) =>
      reference === `carrier-${arrived}` ? 'delivered' : 'on_its_way',
    )
    for (const id of [arrived, travelling]) await setting.deliver(carriers, id)
    expect(
      await checkDeliveries(
        JOB,
        carriersThatSay(() => 'nothing'),
      ),
    ).toMatchObject({ unanswered: 2 })
    expect(await checkDeliveries(JOB, carriers)).toEqual({ delivered: 1, notDelivered: 0, unanswered: 0 })
    expect(await checkDeliveries(JOB, carriers)).toEqual({ delivered: 0, notDelivered: 0, unanswered: 0 })
    expect(await kindsOf(patientId, arrived)).toEqual(['handing_over', 'sent', 'delivered'])
    expect(await kindsOf(patientId, travelling)).toEqual(['handing_over', 'sent'])
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
    await checkDeliveries(
      JOB,
      carriersThatSay(() => 'delivered'),
    )
  })

  it('is a task for the team where it never arrives, which somebody settles', async () => {
    const patientId = await setting.reachable()
    const messageId = await setting.textTo(patientId)
    const carriers = carriersThatSay(() => ({ notDelivered: 'no_such_address' }))
    await setting.deliver(carriers, messageId)
    expect(await checkDeliveries(JOB, carriers)).toMatchObject({ notDelivered: 1 })
    expect(await checkDeliveries(JOB, carriers)).toMatchObject({ notDelivered: 0 })
    expect((await setting.message(patientId, messageId)).state).toBe('not_delivered')
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([
      { subject_id: messageId, detail: 'It could not be delivered: the address or number may be wrong' },
    ])
    expect(await setting.events(patientId)).toContain('message.not_delivered')
    const settlement = { settlement: 'told_otherwise', on: today(), note: 'Rang her at home' } as const
    await settleMessage(setting.supportWorker, { patientId, messageId, ...settlement })
    expect((await setting.message(patientId, messageId)).state).toBe('told_otherwise')
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
  })

  it('is not asked of a carrier that cannot say', async () => {
    const { carriers } = testCarrier()
    expect(await checkDeliveries(JOB, carriers)).toEqual({ delivered: 0, notDelivered: 0, unanswered: 0 })
  })
})

/** The lock of an attempt that failed is the database's to give back, a moment after. */
const finished = (carriers: Carriers, id: string) =>
  expect.poll(() => finishMessage(JOB, carriers, id)).toBe(true)

describe('a message whose last attempt died', () => {
  it('is looked for, sent if it did not go, and is over', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['dies after taking it']
    const patientId = await setting.reachable()
    const [gone, waiting] = [await setting.textTo(patientId), await setting.textTo(patientId)]
    await expect(setting.deliver(carrier.carriers, gone)).rejects.toThrow()
    for (const id of [gone, waiting]) await finished(carrier.carriers, id)
    expect([carrier.times(gone), carrier.times(waiting)]).toEqual([1, 1])
    for (const id of [gone, waiting]) expect((await setting.message(patientId, id)).state).toBe('sent')
  })

  it('is for a person where even the last look fails', async () => {
    const { carriers } = testCarrier()
    const broken = { ...carriers.text_message, find: () => Promise.reject(new Error('broken')) }
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    const dying = testCarrier()
    dying.plan.next = ['dies after taking it']
    await expect(setting.deliver(dying.carriers, id)).rejects.toThrow()
    await finished({ ...carriers, text_message: broken }, id)
    expect((await setting.message(patientId, id)).state).toBe('uncertain')
    expect(await setting.openTasks(patientId, 'settle_message')).toHaveLength(1)
  })

  it('is found in the queue, and its job with it', async () => {
    const { superuser, pools } = setting.database
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await superuser.query(
      `update graphile_worker._private_jobs set attempts = max_attempts where key = 'message ' || $1`,
      [id],
    )
    process.env.ALONGSIDE_OUTBOX = `/tmp/alongside-outbox-${id}`
    await checkMessages(pools.worker)
    expect((await setting.message(patientId, id)).state).toBe('sent')
    expect(await setting.jobs()).not.toContain(`message ${id}`)
  })
})

describe('letters that wait', () => {
  it('are stopped once the person has died, whoever recorded it, and looked at if that was a mistake', async () => {
    const patientId = await setting.reachable()
    const letterId = await setting.letterTo(patientId)
    const { version } = await getDeath(setting.clinician, patientId)
    await recordDeath(setting.gp, { patientId, version, diedOn: today(), isChecked: true })
    expect(await stopForTheDead(JOB)).toBe(1)
    expect(await stopForTheDead(JOB)).toBe(0)
    expect(await setting.message(patientId, letterId)).toMatchObject({
      state: 'stopped',
      history: [{ kind: 'stopped', detail: 'died', by: null }],
    })
    expect(await setting.events(patientId)).toContain('message.stopped')
    const dead = await getDeath(setting.clinician, patientId)
    await correctDeath(setting.clinician, { patientId, version: dead.version, reason: 'Another person' })
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([{ subject_id: letterId }])
  })

  it('are stopped when the care of their team ends, and say so', async () => {
    const patientId = await setting.reachable()
    const letterId = await setting.letterTo(patientId)
    const textId = await setting.textTo(patientId)
    await endCare(setting.clinician, {
      patientId,
      teamId: setting.breast,
      openTasks: 'close',
      reason: 'Moved to Leeds',
    })
    const { rows } = await setting.database.superuser.query<{ message_id: string; detail: string }>(
      `select message_id, detail from message_event where kind = 'stopped' and patient_id = $1 order by message_id`,
      [patientId],
    )
    expect(rows).toEqual(
      [letterId, textId].sort().map((message_id) => ({ message_id, detail: 'care_ended' })),
    )
    const carrier = testCarrier()
    await setting.deliver(carrier.carriers, textId)
    expect(carrier.taken).toEqual([])
  })
})

describe('the gate', () => {
  it.each([
    ['restricted', 'Nobody is to contact the person in this way'],
    ['opted_out', 'The person does not want to be contacted in this way'],
    ['wrong_address', 'The mobile number is known to be wrong'],
  ] as const)('stops what is %s and leaves a task with the reason', async (reason, detail) => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await recordContactBlock(setting.supportWorker, {
      patientId,
      channel: 'text_message',
      reason,
      note: null,
    })
    await setting.deliver(carrier.carriers, id)
    expect(carrier.taken).toEqual([])
    expect((await setting.message(patientId, id)).history).toMatchObject([
      { kind: 'stopped', detail: reason },
    ])
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([{ detail }])
  })

  it('stops a block of every way, and lets others through that a block is not about', async () => {
    const carrier = testCarrier()
    const blocked = await setting.reachable()
    const block = { channel: 'all', reason: 'opted_out', note: null } as const
    await recordContactBlock(setting.supportWorker, { patientId: blocked, ...block })
    const other = await setting.reachable()
    await recordContactBlock(setting.supportWorker, { ...block, patientId: other, channel: 'email' })
    await setting.deliver(carrier.carriers, await setting.textTo(blocked))
    await setting.deliver(carrier.carriers, await setting.textTo(other))
    expect(carrier.taken).toHaveLength(1)
  })

  it('keeps a copy from a practice that the person does not share with, and leaves a task', async () => {
    const patientId = await setting.reachable()
    await setting.database.superuser.query('update patient set shares_with_practice = false where id = $1', [
      patientId,
    ])
    const { breast: teamId, practice: recipientTeamId } = setting
    const place = { patientId, teamId, about: `copy:${patientId}`, notBefore: now() }
    const id = await setting.queue({ ...place, channel: 'letter', letter: aLetter(), recipientTeamId })
    expect((await setting.message(patientId, id)).history).toMatchObject([{ detail: 'not_shared' }])
    expect(await setting.openTasks(patientId, 'read_letter')).toEqual([])
    expect(await setting.openTasks(patientId, 'settle_message')).toHaveLength(1)
  })
})
