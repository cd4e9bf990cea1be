import { z } from 'zod'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import { parseTelephone } from '@/lib/nhs/telephone'
import { today } from '@/lib/platform/clock'
import { dateField, idField, lineField, versionField } from '@/lib/platform/form-fields'
import { KeyContactRole } from '@/lib/platform/prisma-client/enums'

const telephoneField = lineField('Telephone').transform((typed, context) => {
  if (typed === null) return null
  const parsed = parseTelephone(typed)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'Enter a telephone number, for example 01632 960 123' })
  return z.NEVER
})

const emailField = lineField('Email address').transform((typed, context) => {
  if (typed === null) return null
  const parsed = parseEmailAddress(typed)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'Enter an email address, for example name@example.org' })
  return z.NEVER
})

const contactFields = {
  role: z.enum(KeyContactRole, { error: 'Select what they are to the person' }),
  /** Empty: somebody who does not work in a team of this service, by name. */
  staffId: z
    .union([z.literal(''), z.uuid({ error: 'Select a member of staff, or none' })])
    .default('')
    .transform((picked) => (picked === '' ? null : picked)),
  name: lineField('Name'),
  relationship: lineField('Relationship'),
  telephone: telephoneField,
  email: emailField,
}

type Who = { staffId: string | null; name: string | null }
const isNamed = ({ staffId, name }: Who) => staffId !== null || name !== null
const unnamed = { path: ['name'], message: 'Select a member of staff, or enter a name' }
/** A name beside a picked member of staff would be dropped without a word. */
const isOnePerson = ({ staffId, name }: Who) => staffId === null || name === null
const twoPeople = { path: ['name'], message: 'Select a member of staff or enter a name, not both' }

export const addKeyContactSchema = z
  .object({
    patientId: idField,
    ...contactFields,
    startedOn: dateField('Date they began', { notAfter: today }),
  })
  .refine(isNamed, unnamed)
  .refine(isOnePerson, twoPeople)

export const changeKeyContactSchema = z
  .object({ patientId: idField, contactId: idField, version: versionField, ...contactFields })
  .refine(isNamed, unnamed)
  .refine(isOnePerson, twoPeople)

export const endKeyContactSchema = z.object({
  patientId: idField,
  contactId: idField,
  version: versionField,
  endedOn: dateField('Date they stopped', { notAfter: today }),
})
