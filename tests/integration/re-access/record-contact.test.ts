import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordDeath } from '@/lib/patients/record-death'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { listPatientContacts, getNewContact } from '@/lib/re-access/queries'
import { recordContact } from '@/lib/re-access/record-contact'
import { contactTold, flagsToAsk, recordedContact } from '@/tests/factories/contacts'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { makeContactSetting, type ContactSetting } from './setting'

/** A Tuesday, at ten in London. */
const TUESDAY = new Date('2026-12-01T10:00:00Z')

let setting: ContactSetting
beforeAll(async () => {
  setting = await makeContactSetting()
})
afterAll(() => setting.database.drop())

describe('recording a contact', () => {
  it('owes an answer by the promise, and a look by a clinician the working day after', async () => {
    const place = await setting.contacted({}, setting.supportWorker)
    const { contact } = await setting.seen(place)
    expect(contact).toMatchObject({ urgency: 'standard', state: 'waiting', isLate: false })
    expect((await setting.owed(place)).map(({ kind, team_id }) => [kind, team_id])).toEqual([
      ['answer_contact', setting.breast],
      ['escalate_contact', setting.breast],
    ])
    expect(await setting.events(place.patientId)).toContain('contact.recorded')
  })

  it('promises sooner the more urgent it is, and says so on the worklist', async () => {
    const plans = [{}, { swollen_leg: 'yes' }, { neutropenic_sepsis: 'yes' }] as const
    const promised = await atInstant(TUESDAY, async () => {
      const all = []
      for (const flags of plans) {
        const place = await setting.contacted({ flags })
        const [task] = await setting.openTasks(place.patientId, 'answer_contact')
        const { contact } = await setting.seen(place)
        all.push([contact.urgency, contact.answerBy.toISOString(), task?.due_on, task?.detail])
      }
      return all
    })
    expect(promised).toEqual([
      [
        'standard',
        '2026-12-02T10:00:00.000Z',
        '2026-12-02',
        'Not urgent, promised by 10:00: New or worse symptom',
      ],
      [
        'same_day',
        '2026-12-01T14:00:00.000Z',
        '2026-12-01',
        'Same day, promised by 14:00: New or worse symptom',
      ],
      [
        'emergency',
        '2026-12-01T11:00:00.000Z',
        '2026-12-01',
        'Emergency, promised by 11:00: New or worse symptom',
      ],
    ])
  })

  it('asks what a cancer of the group can bring', async () => {
    const patientId = await setting.patient()
    const before = await flagsToAsk(setting.clinician, patientId)
    await recordedDiagnosis(setting.clinician, patientId, {
      icd10Code: 'C34.1',
      diagnosedOn: today(),
    })
    const { questions } = await getNewContact(setting.clinician, patientId)
    expect(questions.map(({ code }) => code)).toContain('noisy_breathing')
    const told = contactTold(patientId, before)
    await expect(recordContact(setting.clinician, told)).rejects.toThrow('Answer: Noisy breathing')
  })

  it('of an emergency, is refused until the caller was told what to do', async () => {
    const patientId = await setting.patient()
    const codes = await flagsToAsk(setting.clinician, patientId)
    const flags = { spinal_cord_compression: 'yes' } as const
    const told = contactTold(patientId, codes, { flags, adviceGiven: false })
    await expect(recordContact(setting.clinician, told)).rejects.toThrow('Go to A&E now')
    expect((await listPatientContacts(setting.clinician, patientId)).contacts).toEqual([])
  })

  it('answered on the spot, is the log and owes nothing', async () => {
    const place = await setting.contacted(
      { next: 'answered', outcome: 'advice_only', note: 'Told that the scar may ache', reason: 'practical' },
      setting.supportWorker,
    )
    const { contact } = await setting.seen(place)
    expect(contact).toMatchObject({ state: 'settled', outcome: 'advice_only' })
    expect(await setting.owed(place)).toEqual([])
  })

  it('with a red flag, is not answered by a support worker with less than A&E', async () => {
    const patientId = await setting.patient()
    const flags = { swollen_leg: 'yes' } as const
    const answered = { flags, next: 'answered', note: 'Told to rest' } as const
    const advice = recordedContact(setting.supportWorker, patientId, { ...answered, outcome: 'advice_only' })
    await expect(advice).rejects.toThrow('a clinician decides')
    await recordedContact(setting.supportWorker, patientId, { ...answered, outcome: 'sent_to_emergency' })
    await recordedContact(setting.clinician, patientId, { ...answered, outcome: 'advice_only' })
  })

  it('by a practice, is owed by the hospital team, and the practice sees what comes of it', async () => {
    const place = await setting.contacted({ caller: 'practice' }, setting.gp)
    expect((await setting.owed(place))[0]).toMatchObject({ kind: 'answer_contact', team_id: setting.breast })
    const { mayChange } = await setting.seen(place, setting.gp)
    expect(mayChange).toBe(false)
    await setting.answer(place, { outcome: 'tests_asked', note: 'Mammogram asked for' })
    const { contact } = await setting.seen(place, setting.gp)
    expect(contact).toMatchObject({ state: 'settled', outcome: 'tests_asked' })
    await expect(setting.answer(place, { outcome: 'advice_only' }, setting.gp)).rejects.toThrow(NotAllowed)
    const patientId = place.patientId
    const answered = { next: 'answered', outcome: 'advice_only', note: 'Told to rest' } as const
    await expect(recordedContact(setting.gp, patientId, answered)).rejects.toThrow(NotAllowed)
  })

  it('is not there for another practice or team', async () => {
    const place = await setting.contacted()
    await expect(setting.seen(place, setting.otherGp)).rejects.toThrow(NotFound)
    await expect(setting.seen(place, setting.urologist)).rejects.toThrow(NotFound)
    await expect(recordedContact(setting.urologist, place.patientId)).rejects.toThrow(NotFound)
  })

  it('is refused for another team, and in the future', async () => {
    const patientId = await setting.patient()
    const other = recordedContact(setting.clinician, patientId, { teamId: setting.urology })
    await expect(other).rejects.toThrow('Select the team')
    const future = atInstant(TUESDAY, () =>
      recordedContact(setting.clinician, patientId, { contactedTime: '10:01' }),
    )
    await expect(future).rejects.toThrow('must not be in the future')
  })

  it('about somebody who has died, is answered or not recorded', async () => {
    const patientId = await setting.patient()
    const { rows } = await setting.database.superuser.query('select version from patient where id = $1', [
      patientId,
    ])
    await recordDeath(setting.clinician, {
      patientId,
      version: rows[0].version,
      diedOn: today(),
      isChecked: true,
    })
    await expect(recordedContact(setting.clinician, patientId)).rejects.toThrow(RuleBroken)
    const answered = {
      caller: 'carer',
      next: 'answered',
      outcome: 'other_service',
      note: 'Bereavement',
    } as const
    await recordedContact(setting.clinician, patientId, answered)
    expect(await setting.openTasks(patientId)).toEqual([])
  })
})
