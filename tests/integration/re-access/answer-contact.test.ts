import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { atInstant, today } from '@/lib/platform/clock'
import { RuleBroken, Stale } from '@/lib/platform/errors'
import { inDays, makeContactSetting, type ContactSetting } from './setting'

let setting: ContactSetting
beforeAll(async () => {
  setting = await makeContactSetting()
})
afterAll(() => setting.database.drop())

const kinds = (owed: { kind: string }[]) => owed.map(({ kind }) => kind)

describe('answering a contact', () => {
  it.each(['advice_only', 'back_to_pathway', 'tests_asked', 'sent_to_emergency', 'other_service'] as const)(
    'with %s, settles it',
    async (outcome) => {
      const place = await setting.contacted()
      await setting.answer(place, { outcome })
      expect((await setting.seen(place)).contact).toMatchObject({ state: 'settled', outcome })
      expect(await setting.owed(place)).toEqual([])
    },
  )

  it('with an appointment, owes it until the person was seen', async () => {
    const place = await setting.contacted()
    await setting.answer(place, { outcome: 'appointment', appointmentOn: inDays(14) })
    expect(await setting.owed(place)).toMatchObject([{ kind: 'see_after_contact', due_on: inDays(14) }])
    await setting.change(place, { step: 'moved', appointmentOn: inDays(20) })
    expect(await setting.owed(place)).toMatchObject([{ kind: 'see_after_contact', due_on: inDays(20) }])
    await setting.change(place, { step: 'seen' })
    expect(await setting.owed(place)).toEqual([])
    await expect(setting.change(place, { step: 'seen' })).rejects.toThrow('answered already')
  })

  it('is refused without an outcome, words, or an appointment within 14 days', async () => {
    const place = await setting.contacted()
    await expect(setting.answer(place, {})).rejects.toThrow('Select what was decided')
    await expect(setting.answer(place, { outcome: 'advice_only', note: ' ' })).rejects.toThrow(RuleBroken)
    const late = { outcome: 'appointment', appointmentOn: inDays(15) } as const
    await expect(setting.answer(place, late)).rejects.toThrow('14 days from now')
    expect(kinds(await setting.owed(place))).toEqual(['answer_contact', 'escalate_contact'])
  })

  it('not reached, moves the answer to the next try; the look of a clinician stays', async () => {
    const place = await setting.contacted()
    const [, look] = await setting.owed(place)
    await setting.answer(place, { step: 'not_reached', againOn: inDays(1) })
    expect(await setting.owed(place)).toMatchObject([
      { kind: 'answer_contact', due_on: inDays(1) },
      { kind: 'escalate_contact', due_on: look?.due_on },
    ])
    const years = setting.answer(place, { step: 'not_reached', againOn: inDays(30) })
    await expect(years).rejects.toThrow('5 working days')
  })

  it('by asking a clinician, is theirs, due that day', async () => {
    const place = await setting.contacted({ flags: { swollen_leg: 'yes' } }, setting.supportWorker)
    const { staffId } = setting.clinician
    await setting.answer(place, { step: 'escalated', clinician: staffId }, setting.supportWorker)
    expect(await setting.owed(place)).toEqual([
      { kind: 'answer_contact', team_id: setting.breast, owner_staff_id: staffId, due_on: today() },
    ])
    const self = { step: 'escalated', clinician: setting.supportWorker.staffId } as const
    await expect(setting.answer(place, self)).rejects.toThrow('Select a clinician')
  })

  it('with a red flag, is for a clinician, who alone may say that nothing is needed', async () => {
    const place = await setting.contacted({ flags: { swollen_leg: 'not_asked', bleeding: 'not_asked' } })
    const byWorker = (change: Parameters<typeof setting.answer>[1]) =>
      setting.answer(place, change, setting.supportWorker)
    await expect(byWorker({ outcome: 'advice_only' })).rejects.toThrow('a clinician decides')
    await expect(byWorker({ step: 'ended' })).rejects.toThrow('a clinician says')
    await setting.answer(place, { step: 'ended' })
    expect(await setting.owed(place)).toEqual([])
  })

  it('with a red flag and an appointment, is for a clinician to say that it is not needed', async () => {
    const appointment = { outcome: 'appointment', appointmentOn: inDays(3) } as const
    const place = await setting.contacted({ flags: { swollen_leg: 'yes' } })
    await setting.answer(place, appointment)
    await expect(setting.change(place, { step: 'ended' }, setting.supportWorker)).rejects.toThrow(
      'a clinician says',
    )
    await setting.change(place, { step: 'moved', appointmentOn: inDays(4) }, setting.supportWorker)
    expect(kinds(await setting.owed(place))).toEqual(['see_after_contact'])
    await setting.change(place, { step: 'ended' })
    expect(await setting.owed(place)).toEqual([])
    const usual = await setting.contacted()
    await setting.answer(usual, appointment)
    await setting.change(usual, { step: 'ended' }, setting.supportWorker)
    expect(await setting.owed(usual)).toEqual([])
  })

  it('handed over, is somebody’s, or another team’s', async () => {
    const place = await setting.contacted()
    await setting.answer(place, { step: 'handed_to', handTo: `staff:${setting.supportWorker.staffId}` })
    expect((await setting.owed(place))[0]).toMatchObject({
      kind: 'answer_contact',
      owner_staff_id: setting.supportWorker.staffId,
    })
    await refer(place.patientId)
    await setting.answer(place, { step: 'handed_to', handTo: `team:${setting.urology}` })
    const { contact } = await setting.seen(place)
    expect(contact.team.id).toBe(setting.urology)
    expect((await setting.owed(place)).map(({ team_id }) => team_id)).toEqual([
      setting.urology,
      setting.urology,
    ])
    const nowhere = setting.answer(place, { step: 'handed_to', handTo: `team:${setting.practice}` })
    await expect(nowhere).rejects.toThrow('Select who takes it over')
  })

  it('tells whoever comes second what was said', async () => {
    const place = await setting.contacted()
    const { version } = (await setting.seen(place)).contact
    await setting.answer(place, { step: 'called_back' })
    await expect(setting.answer(place, { version, outcome: 'advice_only' })).rejects.toThrow(Stale)
    await setting.answer(place, { outcome: 'advice_only' })
    await expect(setting.answer(place, { outcome: 'advice_only' })).rejects.toThrow('answered already')
  })

  it('late, says so', async () => {
    const place = await setting.contacted()
    const { contact } = await setting.seen(place)
    const later = new Date(contact.answerBy.getTime() + 1)
    expect((await atInstant(later, () => setting.seen(place))).contact.isLate).toBe(true)
    await setting.answer(place, { outcome: 'advice_only' })
    expect((await atInstant(later, () => setting.seen(place))).contact.isLate).toBe(false)
  })
})

describe('the end of care', () => {
  it('hands a contact to the other team, or ends it with the reason', async () => {
    const [handed, ended] = [await setting.contacted(), await setting.contacted()]
    await refer(handed.patientId)
    const end = (patientId: string, openTasks: string) =>
      endCare(setting.clinician, { patientId, teamId: setting.breast, openTasks, reason: 'Moved away' })
    await end(handed.patientId, setting.urology)
    expect((await setting.owed(handed)).map(({ kind, team_id }) => [kind, team_id])).toEqual([
      ['answer_contact', setting.urology],
      ['escalate_contact', setting.urology],
    ])
    await end(ended.patientId, 'close')
    expect(await setting.owed(ended)).toEqual([])
    const { contact } = await setting.seen(ended, setting.gp)
    expect(contact).toMatchObject({ state: 'ended' })
    expect(contact.history.at(-1)?.note).toContain('Moved away')
  })
})

async function refer(patientId: string): Promise<void> {
  await beginCare(setting.clinician, { patientId, teamId: setting.urology })
}
