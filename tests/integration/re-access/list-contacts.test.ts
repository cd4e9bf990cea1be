import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atInstant, now } from '@/lib/platform/clock'
import { NotAllowed } from '@/lib/platform/errors'
import { listContacts } from '@/lib/re-access/list-contacts'
import { recordedContact } from '@/tests/factories/contacts'
import { makeContactSetting, type ContactPlace, type ContactSetting } from './setting'

const ANY = { reason: null, outcome: null, page: 1, open: 'first' } as const
const HOUR = 3_600_000

let setting: ContactSetting
let urgent: ContactPlace
let calm: ContactPlace
let answered: ContactPlace
const began = new Date(now().getTime() - 3 * HOUR)
beforeAll(async () => {
  setting = await makeContactSetting()
  calm = await setting.contacted({ reason: 'result' })
  urgent = await setting.contacted({ flags: { bleeding: 'yes' } })
  answered = await setting.contacted({ reason: 'result' })
  await setting.answer(answered, { outcome: 'advice_only' })
})
afterAll(() => setting.database.drop())

const idsOf = (contacts: readonly { id: string }[]) => contacts.map(({ id }) => id)

describe('the contacts of a team', () => {
  it('are open most urgent first, with two identifiers, and logged newest first', async () => {
    const { open, log } = await listContacts(setting.supportWorker, ANY)
    expect(idsOf(open)).toEqual([urgent.contactId, calm.contactId])
    expect(open[0]?.person.nhsNumber).toMatch(/^999/)
    expect(idsOf(log)).toContain(answered.contactId)
    const { rows } = await setting.database.pools.auditor.query(
      `select count(*)::int as seen from access_log where event = 'contact_list.viewed'`,
    )
    expect(rows[0].seen).toBe(1)
  })

  it('are found in the log by what they are about and what came of them', async () => {
    const about = await listContacts(setting.clinician, { ...ANY, reason: 'result' })
    expect(idsOf(about.log).sort()).toEqual([calm.contactId, answered.contactId].sort())
    const settled = await listContacts(setting.clinician, {
      ...ANY,
      reason: 'result',
      outcome: 'advice_only',
    })
    expect(idsOf(settled.log)).toEqual([answered.contactId])
  })

  it('go over several pages, of which the first says how many are open', async () => {
    const { clinician } = setting
    const patientId = await setting.patient()
    const before = await listContacts(clinician, ANY)
    for (let count = 0; count < 26; count += 1) await recordedContact(clinician, patientId)
    const first = await listContacts(clinician, ANY)
    expect([first.open.length, first.openCount]).toEqual([25, before.openCount + 26])
    expect(idsOf(first.open)[0]).toBe(urgent.contactId)
    expect((await listContacts(clinician, { ...ANY, open: 'all' })).open).toHaveLength(before.openCount + 26)
    const second = await listContacts(clinician, { ...ANY, page: 2 })
    expect([first.log.length, first.hasMoreInLog, second.hasMoreInLog]).toEqual([25, true, false])
    expect(idsOf(second.log).filter((id) => idsOf(first.log).includes(id))).toEqual([])
    expect(idsOf(second.log)).toContain(answered.contactId)
  })

  it('say how long people waited, those undecided among the contacts', async () => {
    const patientId = await setting.patient()
    const flags = { swollen_leg: 'yes' } as const
    const contactId = await atInstant(began, () => recordedContact(setting.clinician, patientId, { flags }))
    await setting.answer({ patientId, contactId }, { outcome: 'advice_only' })
    const { times } = await listContacts(setting.clinician, ANY)
    const sameDay = times.find(({ urgency }) => urgency === 'same_day')
    expect(sameDay).toMatchObject({ contacts: 1, decided: 1 })
    expect(sameDay?.medianHours).toBeCloseTo(3, 0)
    expect(times.find(({ urgency }) => urgency === 'standard')).toMatchObject({ contacts: 28, decided: 1 })
    const { times: later } = await atInstant(new Date(now().getTime() + 91 * 24 * HOUR), () =>
      listContacts(setting.clinician, ANY),
    )
    expect(later.map(({ contacts }) => contacts)).toEqual([0, 0, 0])
  })

  it('are not those of another team, and no list for a practice', async () => {
    const other = await listContacts(setting.urologist, ANY)
    expect([other.open, other.log]).toEqual([[], []])
    await expect(listContacts(setting.gp, ANY)).rejects.toThrow(NotAllowed)
  })
})
