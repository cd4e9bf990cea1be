import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { addKeyContactSchema, changeKeyContactSchema } from '@/lib/care-teams/key-contact-schema'
import { tellAboutMeSchema } from '@/lib/patients/about-me-schema'
import { changeCommunicationNeedsSchema } from '@/lib/patients/communication-needs-schema'

const id = '01900000-0000-7000-8000-000000000001'
const day = { day: '2', month: '1', year: '2026' }

function faults(schema: z.ZodType, posted: unknown): [field: string, message: string][] {
  const { error } = schema.safeParse(posted)
  return error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []
}

describe('the form of communication needs', () => {
  const needs = { patientId: id, version: '1', interpreterRequired: 'yes', preferredLanguage: 'Polish' }

  it.each([
    ['Polish', 'pl'],
    ['BSL', 'BSL'],
    ['british sign language', 'BSL'],
    ['Tigrinya', 'ti'],
    [' cantonese ', 'yue'],
    ['', null],
  ])('reads the language %j as %j', (preferredLanguage, code) => {
    const read = changeCommunicationNeedsSchema.parse({
      ...needs,
      interpreterRequired: 'no',
      preferredLanguage,
    })
    expect(read.preferredLanguage).toBe(code)
  })

  it.each([
    ['yes', true],
    ['no', false],
    ['not_asked', null],
  ])('keeps the answer %j apart from the others', (interpreterRequired, kept) => {
    expect(changeCommunicationNeedsSchema.parse({ ...needs, interpreterRequired })).toMatchObject({
      interpreterRequired: kept,
    })
  })

  it('keeps needs in one order, whatever order they were ticked in', () => {
    const informationNeeds = ['advocate', 'large_print']
    expect(changeCommunicationNeedsSchema.parse({ ...needs, informationNeeds })).toMatchObject({
      informationNeeds: ['large_print', 'advocate'],
    })
    const one = changeCommunicationNeedsSchema.parse({ ...needs, informationNeeds: 'braille' })
    expect(one.informationNeeds).toEqual(['braille'])
    expect(changeCommunicationNeedsSchema.parse(needs).informationNeeds).toEqual([])
  })

  it.each([
    [{ interpreterRequired: '' }, 'interpreterRequired', 'Select whether an interpreter is required'],
    [{ preferredLanguage: '' }, 'preferredLanguage', 'Enter the language of the interpreter'],
    [
      { preferredLanguage: 'Klingonish' },
      'preferredLanguage',
      'Enter a language by its English name, for example Tigrinya',
    ],
    [
      { communicationNote: 'x'.repeat(10_001) },
      'communicationNote',
      'Note must be 10,000 characters or fewer',
    ],
  ])('refuses %o', (wrong, field, message) => {
    expect(faults(changeCommunicationNeedsSchema, { ...needs, ...wrong })).toEqual([[field, message]])
  })
})

describe('the form of a key contact', () => {
  const contact = { patientId: id, role: 'carer', name: 'Jan Smith', startedOn: day }

  it('takes somebody by name, or a member of staff', () => {
    expect(addKeyContactSchema.parse({ ...contact, telephone: '07700900123' })).toMatchObject({
      staffId: null,
      name: 'Jan Smith',
      telephone: '07700 900123',
    })
    expect(addKeyContactSchema.parse({ ...contact, name: '', staffId: id })).toMatchObject({
      staffId: id,
      name: null,
    })
  })

  it.each([
    [{ name: ' ' }, 'name', 'Select a member of staff, or enter a name'],
    [{ staffId: id }, 'name', 'Select a member of staff or enter a name, not both'],
    [{ staffId: 'x', name: '' }, 'staffId', 'Select a member of staff, or none'],
    [{ role: 'friend' }, 'role', 'Select what they are to the person'],
    [{ telephone: '12' }, 'telephone', 'Enter a telephone number, for example 01632 960 123'],
    [{ email: 'nobody' }, 'email', 'Enter an email address, for example name@example.org'],
    [{ name: 'x'.repeat(201) }, 'name', 'Name must be 200 characters or fewer'],
  ])('refuses %o', (wrong, field, message) => {
    expect(faults(addKeyContactSchema, { ...contact, ...wrong })).toEqual([[field, message]])
  })

  it('needs the version that was shown, to change one', () => {
    expect(faults(changeKeyContactSchema, { ...contact, contactId: id }).map(([field]) => field)).toEqual([
      'version',
    ])
  })
})

describe('the form of About Me', () => {
  it('keeps what was typed, and takes what was left empty as not told', () => {
    const told = tellAboutMeSchema.parse({
      patientId: id,
      number: '0',
      wellness: '  =1+1 <b>\r\n👵 ',
      toldOn: day,
    })
    expect(told).toMatchObject({
      number: 0,
      wellness: '  =1+1 <b>\n👵 ',
      mostImportant: null,
      toldOn: '2026-01-02',
    })
  })

  it('says the heading under which too much was typed', () => {
    const posted = { patientId: id, number: '0', pleaseDo: 'x'.repeat(10_001), toldOn: day }
    expect(faults(tellAboutMeSchema, posted)).toEqual([
      ['pleaseDo', 'Please do must be 10,000 characters or fewer'],
    ])
  })
})
