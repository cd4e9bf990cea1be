import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { onlyHere } from '@/lib/access/as-job'
import { recordContactBlock } from '@/lib/messages/contact-blocks'
import { queueMessages } from '@/lib/messages/queue-messages'
import { withdrawMessage } from '@/lib/messages/withdraw-message'
import { now } from '@/lib/platform/clock'
import { JOB, makeMessageSetting, testCarrier, type MessageSetting } from './setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

describe('the outbox', () => {
  it('is written in the transaction of what it tells of: rolled back, nothing leaves', async () => {
    const { clinician, breast } = setting
    const patientId = await setting.reachable()
    const message = {
      patientId,
      teamId: breast,
      about: 'x',
      notBefore: now(),
      channel: 'text_message',
    } as const
    const before = await setting.jobs()
    const failing = asActor(clinician, async (tx) => {
      await queueMessages(tx, clinician.staffId, [{ ...message, template: 'please_call' }])
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await setting.jobs()).toEqual(before)
    const { rows } = await setting.database.superuser.query('select from message where patient_id = $1', [
      patientId,
    ])
    expect(rows).toEqual([])
  })

  it('says the same thing once', async () => {
    const { clinician, breast } = setting
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId, `recall:${patientId}`)
    expect(await setting.jobs()).toContain(`message ${id}`)
    const again = { patientId, teamId: breast, about: `recall:${patientId}`, notBefore: now() }
    const written = await asActor(clinician, (tx) =>
      queueMessages(tx, clinician.staffId, [{ ...again, channel: 'text_message', template: 'please_call' }]),
    )
    expect(written).toEqual([])
  })
})

describe('a message that the worker sends', () => {
  it('reaches the carrier once, with a number and nothing of the record', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await setting.deliver(carrier.carriers, id)
    await setting.deliver(carrier.carriers, id)
    expect(carrier.taken).toMatchObject([{ channel: 'text_message', address: '07700900123' }])
    expect(JSON.stringify(carrier.taken)).not.toMatch(/Anne|Smith|Breast|999\d{7}/)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'sent' })
    expect(await setting.events(patientId)).toContain('message.sent')
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
  })

  it('refused for good is for the team to settle', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['refuses for good']
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await setting.deliver(carrier.carriers, id)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'failed' })
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([
      { subject_id: id, team_id: setting.breast, detail: 'It could not be sent' },
    ])
    expect(await setting.events(patientId)).toContain('message.not_sent')
  })

  it('is tried again while the carrier is away, and after the last time is for the team', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['is away for now', 'is away for now']
    const patientId = await setting.reachable()
    const [id, other] = [await setting.textTo(patientId), await setting.textTo(patientId)]
    await expect(setting.deliver(carrier.carriers, id)).rejects.toThrow('busy')
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
    await setting.deliver(carrier.carriers, other, true)
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([{ subject_id: other }])
    await setting.deliver(carrier.carriers, id)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'sent' })
    expect(carrier.times(id)).toBe(1)
  })

  it.each([
    ['gives no answer', 1],
    ['dies after taking it', 1],
  ] as const)('whose carrier %s is looked for before it is sent again', async (behaviour, times) => {
    const carrier = testCarrier()
    carrier.plan.next = [behaviour]
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await expect(setting.deliver(carrier.carriers, id)).rejects.toThrow()
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'handing_over' })
    await setting.deliver(carrier.carriers, id)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'sent' })
    expect(carrier.times(id)).toBe(times)
  })

  it('of which the carrier cannot say whether it went is for the team, and not sent a second time', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['dies after taking it']
    carrier.plan.canSay = false
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await expect(setting.deliver(carrier.carriers, id)).rejects.toThrow()
    await setting.deliver(carrier.carriers, id)
    await setting.deliver(carrier.carriers, id)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'uncertain' })
    expect(carrier.times(id)).toBe(1)
    expect(await setting.openTasks(patientId, 'settle_message')).toHaveLength(1)
  })

  it('without an answer at the last attempt is for the team', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['gives no answer']
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await setting.deliver(carrier.carriers, id, true)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'uncertain' })
    expect(await setting.openTasks(patientId, 'settle_message')).toHaveLength(1)
  })

  it('is sent by one of two workers', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    const both = await Promise.allSettled([
      setting.deliver(carrier.carriers, id),
      setting.deliver(carrier.carriers, id),
    ])
    expect(both.map(({ status }) => status)).toContain('fulfilled')
    expect(carrier.times(id)).toBe(1)
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'sent' })
  })

  it('is left alone while another process is at it', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await onlyHere(JOB, id, async () => {
      await expect(setting.deliver(carrier.carriers, id)).rejects.toThrow('another process is at it')
    })
    expect(carrier.taken).toEqual([])
    await setting.deliver(carrier.carriers, id)
    expect(carrier.times(id)).toBe(1)
  })
})

describe('the gate', () => {
  it('stops what is for somebody who died in between, and leaves no task', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    await setting.died(patientId)
    await setting.deliver(carrier.carriers, id)
    expect(carrier.taken).toEqual([])
    expect(await setting.message(patientId, id)).toMatchObject({
      state: 'stopped',
      history: [{ kind: 'stopped', detail: 'died', by: null }],
    })
    expect(await setting.openTasks(patientId)).toEqual([])
    expect(await setting.events(patientId)).toContain('message.stopped')
  })

  it('stops what goes to a wrong number, and says so in a task', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const id = await setting.textTo(patientId)
    const block = { patientId, channel: 'text_message', reason: 'wrong_address', note: null } as const
    await recordContactBlock(setting.supportWorker, block)
    await setting.deliver(carrier.carriers, id)
    expect(carrier.taken).toEqual([])
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([
      { subject_id: id, detail: 'The mobile number is known to be wrong' },
    ])
  })

  it('stops what has no number to go to', async () => {
    const patientId = await setting.reachable({ text: null })
    const id = await setting.textTo(patientId)
    await setting.deliver(testCarrier().carriers, id)
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([
      { detail: 'No mobile number is recorded' },
    ])
  })

  it('stops what was withdrawn before it left', async () => {
    const carrier = testCarrier()
    const patientId = await setting.reachable()
    const messageId = await setting.textTo(patientId)
    await withdrawMessage(setting.clinician, { patientId, messageId, withdrawReason: 'Seen in clinic' })
    await setting.deliver(carrier.carriers, messageId)
    expect(carrier.taken).toEqual([])
    const { history } = await setting.message(patientId, messageId)
    expect(history.at(-1)?.detail).toBe('withdrawn')
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
  })

  it('does not let a message be withdrawn while it is leaving', async () => {
    const carrier = testCarrier()
    carrier.plan.next = ['gives no answer']
    const patientId = await setting.reachable()
    const messageId = await setting.textTo(patientId)
    await expect(setting.deliver(carrier.carriers, messageId)).rejects.toThrow()
    const withdrawal = { patientId, messageId, withdrawReason: 'Seen in clinic' }
    await expect(withdrawMessage(setting.clinician, withdrawal)).rejects.toThrow('being sent at this moment')
  })
})
