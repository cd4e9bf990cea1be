import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { endContactBlock, listContactBlocks, recordContactBlock } from '@/lib/messages/contact-blocks'
import { letterPdf, lettersPdf } from '@/lib/messages/letter-pdf'
import { getLettersToPrint, listChosenLetters, listLettersToPost } from '@/lib/messages/letters-to-post'
import { getPosted, POST_LETTERS, postLetters } from '@/lib/messages/post-letters'
import { getSentMessage, getSentMessageToPrint } from '@/lib/messages/practice-queries'
import { getLetterToPrint, getMessage, listMessages } from '@/lib/messages/queries'
import { settleMessage } from '@/lib/messages/settle-message'
import { withdrawMessage } from '@/lib/messages/withdraw-message'
import { writeLetter } from '@/lib/messages/write-letter'
import { addDays } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { registeredWith } from '@/tests/factories/care-plans'
import { makeMessageSetting, type MessageSetting } from './setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

const LETTER = { heading: 'Your scan', body: 'It was good to see you.\n\n# Next\n\nWe will write again.' }
const write = (patientId: string, recipient: 'person' | 'practice' = 'person') =>
  writeLetter(setting.supportWorker, { patientId, recipient, ...LETTER })
const post = (letter: string[], postedOn = today()) =>
  postLetters(setting.supportWorker, { letter, postedOn })

describe('a letter to the person', () => {
  it('is owed by the team until it is posted', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    expect(await setting.openTasks(patientId, 'post_letter')).toMatchObject([
      { subject_id: id, team_id: setting.breast, due_on: today(), detail: 'Your scan' },
    ])
    const { letters } = await listLettersToPost(setting.supportWorker, 1)
    expect(letters.find((letter) => letter.id === id)).toMatchObject({
      subject: 'Your scan',
      heldBackBy: null,
      dueOn: today(),
      patient: { name: 'SMITH, Anne' },
    })
    expect(await post([id])).toEqual({ posted: [id], stopped: [], over: [] })
    expect(await setting.openTasks(patientId, 'post_letter')).toEqual([])
    expect(await setting.message(patientId, id)).toMatchObject({
      state: 'sent',
      history: [{ kind: 'sent', detail: 'posted', on: today(), by: 'Beryl Price' }],
    })
    expect(await setting.events(patientId)).toEqual(
      expect.arrayContaining(['message.written', 'message.sent']),
    )
    expect(await post([id])).toEqual({ posted: [], stopped: [], over: [id] })
  })

  it('is in large print for somebody who reads that, and goes nowhere without a postcode', async () => {
    const { superuser } = setting.database
    const patientId = await setting.reachable()
    const letterId = await setting.letterTo(patientId)
    const print = async () => (await getLettersToPrint(setting.supportWorker, [letterId]))[0]?.letter
    expect((await print())?.isLargePrint).toBeUndefined()
    await superuser.query(`update patient set information_needs = '{large_print}' where id = $1`, [patientId])
    expect((await print())?.isLargePrint).toBe(true)
    await superuser.query(`update patient set postcode = null where id = $1`, [patientId])
    expect(await print()).toBeUndefined()
    expect((await setting.message(patientId, letterId)).heldBackBy).toBe('No address is recorded')
  })

  it('says itself whose it is, and has the address of the day it is printed', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    await setting.database.superuser.query(`update patient set address_line_1 = '9 New Road' where id = $1`, [
      patientId,
    ])
    const [printed] = await getLettersToPrint(setting.supportWorker, [id])
    expect(printed?.letter.address).toEqual(['Anne Smith', '9 New Road', 'ZZ99 3VZ'])
    expect(JSON.stringify(printed?.letter)).toMatch(
      /NHS number.*Dear Anne Smith.*Yours sincerely.*Beryl Price/,
    )
    expect(await setting.events(patientId)).toContain('message.printed')
    const single = await letterPdf(await getLetterToPrint(setting.clinician, { patientId, messageId: id }))
    expect(Buffer.from(single.bytes).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('of several is one file, without what may not leave', async () => {
    const patients = [await setting.reachable(), await setting.reachable(), await setting.reachable()]
    const ids = await Promise.all(patients.map(async (patientId) => (await write(patientId)).id))
    await setting.died(patients[1] ?? '')
    const printed = await getLettersToPrint(setting.supportWorker, ids)
    expect(printed).toHaveLength(2)
    expect((await lettersPdf(printed, now()))?.fileName).toBe('letters-to-post.pdf')
    expect(await lettersPdf([], now())).toBeNull()
  })

  it('is stopped for somebody who died in between, and the others are posted', async () => {
    const patients = [await setting.reachable(), await setting.reachable(), await setting.reachable()]
    const ids = await Promise.all(patients.map(async (patientId) => (await write(patientId)).id))
    const [first = '', dead = '', third = ''] = ids
    await setting.died(patients[1] ?? '')
    const before = await listChosenLetters(setting.supportWorker, ids)
    expect(before.map(({ heldBackBy }) => heldBackBy)).toEqual([null, 'The person has died', null])
    const submission = { id: uuidv7(), action: POST_LETTERS }
    const by = { ...setting.supportWorker, submission }
    const result = await postLetters(by, { letter: ids, postedOn: today() })
    expect(result).toEqual({ posted: [first, third].sort(), stopped: [dead], over: [] })
    expect(await postLetters(by, { letter: ids, postedOn: today() })).toEqual(result)
    expect(await getPosted(setting.supportWorker, submission.id)).toMatchObject({
      count: 2,
      stopped: [{ id: dead }],
    })
    expect(await getPosted(setting.clinician, submission.id)).toBeNull()
    const counted = await setting.database.superuser.query(
      `select count(*)::int as said from message_event where message_id = any ($1::uuid[])`,
      [ids],
    )
    expect(counted.rows).toEqual([{ said: 3 }])
    expect(await setting.openTasks(patients[1] ?? '', 'settle_message')).toEqual([])
  })

  it('to a wrong address becomes a task, which is settled once', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    await recordContactBlock(setting.clinician, {
      patientId,
      channel: 'letter',
      reason: 'wrong_address',
      note: null,
    })
    expect(await post([id])).toMatchObject({ stopped: [id] })
    expect(await setting.openTasks(patientId, 'post_letter')).toEqual([])
    expect(await setting.openTasks(patientId, 'settle_message')).toMatchObject([
      { subject_id: id, detail: 'The address is known to be wrong' },
    ])
    await expect(write(patientId)).rejects.toThrow('a letter would not be sent')
    const settled = {
      patientId,
      messageId: id,
      settlement: 'told_otherwise',
      on: today(),
      note: 'Rang her',
    } as const
    await expect(settleMessage(setting.clinician, { ...settled, on: addDays(today(), -3) })).rejects.toThrow(
      'on or after',
    )
    await settleMessage(setting.clinician, settled)
    expect(await setting.openTasks(patientId, 'settle_message')).toEqual([])
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'told_otherwise' })
    await expect(settleMessage(setting.clinician, settled)).rejects.toThrow('told in another way')
    expect(await setting.events(patientId)).toEqual(
      expect.arrayContaining(['message.stopped', 'message.settled']),
    )
  })

  it('is not posted before it was written, nor by who has not the person in care', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    await expect(post([id], addDays(today(), -1))).rejects.toMatchObject({ errors: [{ field: 'postedOn' }] })
    const letter = { letter: [id], postedOn: today() }
    await expect(postLetters(setting.urologist, letter)).rejects.toThrow(NotFound)
    await expect(postLetters(setting.gp, letter)).rejects.toThrow(NotAllowed)
    expect(await listChosenLetters(setting.urologist, [id])).toEqual([])
    expect((await listLettersToPost(setting.urologist, 1)).letters).toEqual([])
    expect(await setting.message(patientId, id)).toMatchObject({ state: 'queued' })
  })

  it('posted by two at once is posted once', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    const both = await Promise.all([post([id]), post([id])])
    expect(both.flatMap(({ posted }) => posted)).toEqual([id])
    expect(both.flatMap(({ over }) => over)).toEqual([id])
  })

  it('withdrawn is owed no more', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    await withdrawMessage(setting.clinician, { patientId, messageId: id, withdrawReason: 'Seen in clinic' })
    expect(await setting.openTasks(patientId, 'post_letter')).toEqual([])
    const states = (await listMessages(setting.clinician, patientId)).messages.map(({ state }) => state)
    expect(states).toEqual(['withdrawn'])
    expect(await post([id])).toMatchObject({ posted: [], over: [id] })
    const again = { patientId, messageId: id, withdrawReason: 'Once more' }
    await expect(withdrawMessage(setting.clinician, again)).rejects.toThrow('withdrawn already')
  })
})

describe('a letter to the practice', () => {
  it('is there at once, and stays readable as sent after the person moved', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId, 'practice')
    expect(await setting.message(patientId, id)).toMatchObject({
      state: 'sent',
      recipient: 'practice',
      history: [{ kind: 'sent', detail: 'in_service', on: today() }],
    })
    expect(await setting.openTasks(patientId, 'post_letter')).toEqual([])
    expect(await getSentMessage(setting.gp, id)).toMatchObject({
      isRegistered: true,
      letter: { title: 'Your scan' },
    })
    await expect(getSentMessage(setting.otherGp, id)).rejects.toThrow(NotFound)
    await expect(getMessage(setting.gp, { patientId, messageId: id })).rejects.toThrow(NotAllowed)
    await registeredWith(setting.clinician, patientId, setting.otherPractice)
    expect(await getSentMessage(setting.gp, id)).toMatchObject({ isRegistered: false })
    expect((await getSentMessageToPrint(setting.gp, id)).letter.title).toBe('Your scan')
    await expect(getSentMessage(setting.otherGp, id)).rejects.toThrow(NotFound)
  })

  it('is not for a practice reading what is for the person', async () => {
    const patientId = await setting.reachable()
    const { id } = await write(patientId)
    await expect(getSentMessage(setting.gp, id)).rejects.toThrow(NotFound)
    await expect(listMessages(setting.gp, patientId)).rejects.toThrow(NotAllowed)
  })

  it('is not written where the person does not share, or no practice is known', async () => {
    const patientId = await setting.reachable()
    await setting.database.superuser.query('update patient set shares_with_practice = false where id = $1', [
      patientId,
    ])
    await expect(write(patientId, 'practice')).rejects.toThrow('does not share')
    const without = await setting.patient({ practice: false })
    await expect(write(without, 'practice')).rejects.toThrow('No practice is known')
  })

  it('cannot be sent to a practice that has not the person, whatever the code does', async () => {
    const patientId = await setting.reachable()
    const insert = asActor(
      setting.clinician,
      (tx) => tx.$executeRaw`
        insert into message (id, patient_id, team_id, channel, recipient, recipient_team_id, template, content, about, not_before)
        values (uuidv7(), ${patientId}::uuid, ${setting.breast}::uuid, 'letter', 'practice', ${setting.otherPractice}::uuid, 'letter', '{}', 'elsewhere', now())`,
    )
    await expect(insert).rejects.toThrow('row-level security')
  })
})

describe('what stands against reaching a person', () => {
  it('stands until it is ended, and is recorded once at a time', async () => {
    const patientId = await setting.reachable()
    const block = { patientId, channel: 'all', reason: 'opted_out', note: 'Rings us herself' } as const
    await recordContactBlock(setting.supportWorker, block)
    await expect(recordContactBlock(setting.clinician, block)).rejects.toThrow('recorded already')
    const { blocks } = await listContactBlocks(setting.clinician, patientId)
    expect(blocks).toMatchObject([{ channel: null, reason: 'opted_out', endedOn: null, by: 'Beryl Price' }])
    const [{ id: blockId = '', version = 0 } = {}] = blocks
    await endContactBlock(setting.clinician, { patientId, blockId, version })
    await expect(endContactBlock(setting.clinician, { patientId, blockId, version })).rejects.toThrow(
      'ended this already',
    )
    await recordContactBlock(setting.clinician, block)
    expect((await listContactBlocks(setting.clinician, patientId)).blocks).toMatchObject([
      { endedOn: null },
      { endedOn: today() },
    ])
    expect(await setting.events(patientId)).toEqual(
      expect.arrayContaining(['contact_block.recorded', 'contact_block.ended']),
    )
    await expect(listContactBlocks(setting.gp, patientId)).rejects.toThrow(NotAllowed)
  })
})
