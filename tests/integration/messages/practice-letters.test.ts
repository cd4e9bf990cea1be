import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { markLetterRead } from '@/lib/messages/mark-letter-read'
import { getSentMessage, listSentMessages } from '@/lib/messages/practice-queries'
import { now } from '@/lib/platform/clock'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { aLetter } from '@/tests/factories/letters'
import { makeMessageSetting, type MessageSetting } from './setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

async function copied() {
  const { breast: teamId, practice: recipientTeamId } = setting
  const patientId = await setting.reachable()
  const letter = { channel: 'letter', letter: aLetter(), recipientTeamId } as const
  const about = `plain_letter:${patientId}`
  return {
    patientId,
    messageId: await setting.queue({ patientId, teamId, about, notBefore: now(), ...letter }),
  }
}

describe('a letter to a practice', () => {
  it('is counted and listed as not read until somebody there has read it, which is recorded once', async () => {
    const { gp } = setting
    const before = await getPracticeHome(gp, 1)
    const { patientId, messageId } = await copied()
    const home = await getPracticeHome(gp, 1)
    expect(home.unreadLetters).toBe(before.unreadLetters + 1)
    expect(home.letters).toContainEqual(
      expect.objectContaining({
        message_id: messageId,
        patient_id: patientId,
        subject: 'Your next appointment',
      }),
    )
    await markLetterRead(gp, { messageId })
    await markLetterRead(gp, { messageId })
    const after = await getPracticeHome(gp, 1)
    expect(after.unreadLetters).toBe(before.unreadLetters)
    expect(after.letters.map((row) => row.message_id)).not.toContain(messageId)
    expect((await getSentMessage(gp, messageId)).read?.by).toBeTruthy()
    const events = (await setting.events(patientId)).filter((event) => event === 'message.read_by_practice')
    expect(events).toHaveLength(1)
    const { history } = await setting.message(patientId, messageId)
    expect(history.map(({ kind }) => kind)).toEqual(['sent', 'read'])
  })

  it('is in the list of that practice, and of no other', async () => {
    const { messageId } = await copied()
    const { letters } = await listSentMessages(setting.gp, 1)
    expect(letters[0]).toMatchObject({ id: messageId, isRead: false, subject: 'Your next appointment' })
    expect(letters[0]?.identifiers[1]).toContain('NHS number')
    expect((await listSentMessages(setting.otherGp, 1)).letters).toEqual([])
    await expect(listSentMessages(setting.clinician, 1)).rejects.toThrow(NotAllowed)
    await expect(markLetterRead(setting.otherGp, { messageId })).rejects.toThrow(NotFound)
    await expect(markLetterRead(setting.clinician, { messageId })).rejects.toThrow(NotFound)
  })

  it('goes over more than one page', async () => {
    for (let count = 0; count < 26; count += 1) await copied()
    const [first, second] = [await listSentMessages(setting.gp, 1), await listSentMessages(setting.gp, 2)]
    expect([first.letters.length, first.hasMore]).toEqual([25, true])
    expect(second.letters.length).toBeGreaterThan(0)
    expect(second.letters.map(({ id }) => id)).not.toContain(first.letters[0]?.id)
  })

  it('can be read after the person has moved practice, and waits there no more', async () => {
    const { patientId, messageId } = await copied()
    const { version } = await getPracticeChoice(setting.clinician, patientId)
    await changeRegisteredPractice(setting.clinician, {
      patientId,
      version,
      practiceId: setting.otherPractice,
    })
    expect(await setting.openTasks(patientId, 'read_letter')).toEqual([])
    await markLetterRead(setting.gp, { messageId })
    expect(await getSentMessage(setting.gp, messageId)).toMatchObject({ isRegistered: false, read: {} })
  })

  it('is read by nobody but the practice, says the database too', async () => {
    const { patientId, messageId } = await copied()
    const say = asActor(setting.clinician, (tx) =>
      tx.messageEvent.createMany({
        data: [{ patientId, messageId, kind: 'read', recordedById: setting.clinician.staffId }],
      }),
    )
    await expect(say).rejects.toThrow(/row-level security/)
  })
})
