import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { addKeyContact } from '@/lib/care-teams/add-key-contact'
import { changeKeyContact } from '@/lib/care-teams/change-key-contact'
import { endKeyContact } from '@/lib/care-teams/end-key-contact'
import type { addKeyContactSchema } from '@/lib/care-teams/key-contact-schema'
import { getKeyContact, getKeyContactForm, getKeyContacts } from '@/lib/care-teams/list-key-contacts'
import { addDays } from '@/lib/nhs/calendar-date'
import { changeCommunicationNeeds } from '@/lib/patients/change-communication-needs'
import { getCommunicationNeeds } from '@/lib/patients/get-communication-needs'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let nurse: Actor
let supportWorker: Actor
let stranger: Actor
let breast: string
let patientId: string

beforeAll(async () => {
  database = await freshApplication()
  const { owner } = database.pools
  breast = await teamId(owner, 'ZT101-BREAST')
  nurse = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  supportWorker = await actorAtWork(owner, {
    givenName: 'Sam',
    familyName: 'Ade',
    teams: { 'ZT101-BREAST': 'support_worker' },
  })
  stranger = await actorAtWork(owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
})
afterAll(() => database.drop())
beforeEach(async () => {
  patientId = await admittedPatient(nurse, breast)
})

const CARER = {
  role: 'carer' as const,
  staffId: null,
  name: 'Jan Smith',
  relationship: 'Husband',
  telephone: '07700 900123',
  email: null,
}

const add = (contact: Partial<z.output<typeof addKeyContactSchema>> = {}) =>
  addKeyContact(supportWorker, { patientId, ...CARER, startedOn: today(), ...contact })

describe('a key contact', () => {
  it('is a member of a team that has the person in care, reached by the team’s telephone', async () => {
    expect(await getKeyContactForm(supportWorker, patientId)).toMatchObject([
      { name: 'Sam Ade' },
      { name: 'Beryl Jones', staffId: nurse.staffId },
    ])
    await add({
      role: 'cancer_nurse_specialist',
      staffId: nurse.staffId,
      name: null,
      relationship: null,
      telephone: null,
    })
    const { contacts } = await getRecord(nurse, patientId)
    expect(contacts).toMatchObject([
      {
        name: 'Beryl Jones',
        role: 'cancer_nurse_specialist',
        teamName: expect.stringContaining('breast'),
        telephone: '01632 960101',
      },
    ])
  })

  it('is not somebody of another team, nor staff as a carer', async () => {
    const other = { role: 'consultant' as const, staffId: stranger.staffId, name: null }
    await expect(add(other)).rejects.toMatchObject({ errors: [{ field: 'staffId' }] })
    await expect(add({ staffId: nurse.staffId, name: null })).rejects.toMatchObject({
      errors: [{ field: 'role' }],
    })
  })

  it('is changed and ended, and stays as one who was', async () => {
    const { contactId } = await add({ startedOn: addDays(today(), -9) })
    await changeKeyContact(nurse, { patientId, contactId, version: 1, ...CARER, name: 'Jan Kowalski' })
    const { contact } = await getKeyContact(nurse, patientId, contactId)
    expect(contact).toMatchObject({ name: 'Jan Kowalski', version: 2 })
    const end = { patientId, contactId, version: 2 }
    await expect(endKeyContact(nurse, { ...end, endedOn: addDays(today(), -10) })).rejects.toThrow(RuleBroken)
    await endKeyContact(nurse, { ...end, endedOn: today() })
    const { current, ended } = await getKeyContacts(supportWorker, patientId)
    expect(current).toEqual([])
    expect(ended).toMatchObject([{ name: 'Jan Kowalski', endedOn: today() }])
    expect((await getRecord(nurse, patientId)).contacts).toEqual([])
    const { rows } = await database.pools.auditor.query(
      `select event from access_log where entity_id = $1 order by id`,
      [contactId],
    )
    expect(rows.map(({ event }) => event)).toEqual([
      'key_contact.added',
      'key_contact.changed',
      'key_contact.changed',
    ])
  })

  it('changed by somebody else meanwhile is not overwritten', async () => {
    const { contactId } = await add()
    const change = { patientId, contactId, version: 1, ...CARER }
    await changeKeyContact(nurse, { ...change, telephone: '01632 960555' })
    await expect(changeKeyContact(supportWorker, { ...change, name: 'J Smith' })).rejects.toMatchObject({
      name: 'Stale',
      changedBy: 'Beryl Jones',
      differences: [
        { label: 'Name', theirs: 'Jan Smith', yours: 'J Smith' },
        { label: 'Telephone', theirs: '01632 960555', yours: '07700 900123' },
      ],
    })
    await expect(
      endKeyContact(supportWorker, { patientId, contactId, version: 1, endedOn: today() }),
    ).rejects.toMatchObject({ name: 'Stale' })
  })

  it('who has left the team may stay, and may not be picked anew', async () => {
    const leaver = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    const picked = { role: 'consultant' as const, staffId: leaver.staffId, name: null, relationship: null }
    const { contactId } = await add(picked)
    await database.superuser.query('update team_member set ended_on = current_date where staff_id = $1', [
      leaver.staffId,
    ])
    await changeKeyContact(nurse, {
      patientId,
      contactId,
      version: 1,
      ...CARER,
      ...picked,
      telephone: '01632 960777',
    })
    await expect(add(picked)).rejects.toThrow(RuleBroken)
  })

  it('of another person, or for another team, is not found', async () => {
    const { contactId } = await add()
    const other = await admittedPatient(nurse, breast)
    await expect(getKeyContact(nurse, other, contactId)).rejects.toThrow(NotFound)
    const change = { patientId: other, contactId, version: 1, ...CARER }
    await expect(changeKeyContact(nurse, change)).rejects.toThrow(NotFound)
    await expect(getKeyContacts(stranger, patientId)).rejects.toThrow(NotFound)
  })
})

describe('communication needs', () => {
  const needs = {
    interpreterRequired: true,
    preferredLanguage: 'pl',
    informationNeeds: ['large_print'],
    communicationNote: 'Left ear',
  }

  it('are saved, stand in the banner of every page, and say who changed what', async () => {
    const { version } = await getCommunicationNeeds(supportWorker, patientId)
    await changeCommunicationNeeds(supportWorker, { patientId, version, ...needs })
    const { banner } = await getRecord(nurse, patientId)
    expect(banner).toMatchObject({ interpreter: 'Polish', informationNeeds: ['Large print'] })
    const { rows } = await database.superuser.query(
      'select version, changes, recorded_by_id from patient_change where patient_id = $1',
      [patientId],
    )
    expect(rows).toMatchObject([
      {
        version: version + 1,
        recorded_by_id: supportWorker.staffId,
        changes: {
          interpreterRequired: { from: null, to: true },
          preferredLanguage: { from: null, to: 'pl' },
        },
      },
    ])
  })

  it('changed by somebody else meanwhile are not overwritten', async () => {
    const { version } = await getCommunicationNeeds(nurse, patientId)
    await changeCommunicationNeeds(nurse, { patientId, version, ...needs })
    const late = changeCommunicationNeeds(supportWorker, {
      patientId,
      version,
      ...needs,
      preferredLanguage: 'ro',
    })
    await expect(late).rejects.toMatchObject({
      name: 'Stale',
      changedBy: 'Beryl Jones',
      differences: [{ theirs: 'Polish', yours: 'Romanian' }],
    })
  })

  it('are not there for other teams', async () => {
    await expect(getCommunicationNeeds(stranger, patientId)).rejects.toThrow(NotFound)
  })
})
