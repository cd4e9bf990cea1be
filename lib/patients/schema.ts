import { z } from 'zod'
import { ETHNIC_CATEGORIES } from '@/lib/nhs/code-lists/ethnic-category'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import { parseDiagnosisCode } from '@/lib/nhs/diagnosis-code'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import { SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { NHS_NUMBER_FAULT_WORDS, parseNhsNumber, type NhsNumber } from '@/lib/nhs/nhs-number'
import type { Parsed } from '@/lib/nhs/parsed'
import { parseNamePart } from '@/lib/nhs/person-name'
import { parsePostcode } from '@/lib/nhs/postcode'
import { canBeMobile, parseTelephone } from '@/lib/nhs/telephone'
import { languageTyped } from '@/lib/patients/communication-needs-language'
import { PATIENT_FILE_BYTES, PATIENT_FILE_TOO_LARGE } from '@/lib/patients/import/patient-file-limits'
import { isName } from '@/lib/patients/search-name'
import { today } from '@/lib/platform/clock'
import {
  dateField,
  idField,
  lineField,
  optionalDateField,
  requiredText,
  tickField,
  versionField,
} from '@/lib/platform/form-fields'

const LONGEST_TITLE = 35

/** What is typed, as a value type reads it. Blank gives null, or the message that it is required. */
function typed<Value>(parse: (text: string) => Parsed<Value, string>, message: string, required?: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '' && required === undefined) return null
      const parsed = parse(text)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: text.trim() === '' ? (required ?? message) : message })
      return z.NEVER
    })
}

function namePart(subject: string, required?: string) {
  const message = `${subject} must be ${SHORT_TEXT_LIMIT} letters or fewer, in characters that can be stored`
  return typed(parseNamePart, message, required)
}

const nhsNumber = z
  .string()
  .default('')
  .transform((text, context): NhsNumber => {
    const parsed = parseNhsNumber(text)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: NHS_NUMBER_FAULT_WORDS[parsed.fault] })
    return z.NEVER
  })

const mobile = typed((text) => {
  const parsed = parseTelephone(text)
  return parsed.ok && !canBeMobile(parsed.value) ? { ok: false, fault: 'not_a_mobile' } : parsed
}, 'Mobile telephone must be a mobile number, like 07700 900160')

/** A code of a list, or null where nothing is picked. */
function optionalCode<Code extends string>(list: { has(value: unknown): value is Code }, message: string) {
  return typed(
    (text): Parsed<Code, string> =>
      list.has(text) ? { ok: true, value: text } : { ok: false, fault: 'unknown' },
    message,
  )
}

const identity = {
  title: lineField('Title', { limit: LONGEST_TITLE }),
  givenName: namePart('First names').transform((name) => name ?? ''),
  familyName: namePart('Last name', 'Enter the last name').pipe(z.string()),
  preferredName: namePart('The name they like to be called'),
  bornOn: dateField('Date of birth', { notAfter: today }),
  sex: z.enum(SEXES.codes as ['1', '2', '9', 'X'], { error: 'Select the gender' }),
  ethnicCategory: optionalCode(ETHNIC_CATEGORIES, 'Select the ethnic category'),
}

const contacts = {
  addressLine1: lineField('Address line 1'),
  addressLine2: lineField('Address line 2'),
  postcode: typed(parsePostcode, 'Postcode must be a full UK postcode, like SO16 6YD'),
  mobileTelephone: mobile,
  homeTelephone: typed(parseTelephone, 'Home telephone must be a telephone number, like 01632 960001'),
  email: typed(parseEmailAddress, 'Email address must be in the right form, like name@example.org'),
}

/** Empty: not known. */
const practiceId = z.literal('').or(z.uuid({ error: 'Select the practice' }))

const yesOrNo = z
  .enum(['', 'yes', 'no'], { error: 'Select yes or no' })
  .default('')
  .transform((answer) => (answer === '' ? null : answer === 'yes'))

export const registerPatientSchema = z
  .object({
    teamId: idField,
    nhsNumber,
    hospitalNumber: lineField('Hospital number'),
    ...identity,
    ...contacts,
    practiceId,
    preferredLanguage: typed((text) => {
      const code = languageTyped(text)
      return code ? { ok: true, value: code } : { ok: false, fault: 'unknown' }
    }, 'Preferred language must be the English name of a language'),
    interpreterRequired: yesOrNo,
    diagnosisCode: typed(parseDiagnosisCode, 'Diagnosis must be an ICD-10 code of a cancer, like C50.9'),
    laterality: optionalCode(LATERALITIES, 'Select the side'),
    diagnosedOn: optionalDateField('Date of diagnosis', { notAfter: today }),
    /** Ticked once the person has been told that there is a record already. */
    join: tickField,
  })
  .superRefine(({ diagnosisCode, diagnosedOn, bornOn }, context) => {
    const fail = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (diagnosisCode && !diagnosedOn) fail('diagnosedOn', 'Enter the date of diagnosis')
    if (diagnosedOn && !diagnosisCode) fail('diagnosisCode', 'Enter the diagnosis')
    if (diagnosedOn && diagnosedOn < bornOn)
      fail('diagnosedOn', 'Date of diagnosis must not be before the date of birth')
  })

const record = { patientId: idField, version: versionField }

export const editPatientSchema = z.object({
  ...record,
  ...identity,
  ...contacts,
  sharesWithPractice: z
    .enum(['yes', 'no'], { error: 'Select whether it is shared with the practice' })
    .transform((answer) => answer === 'yes'),
})

export const editContactsSchema = z.object({ ...record, ...contacts })

export const recordDeathSchema = z.object({
  ...record,
  diedOn: dateField('Date of death', { notAfter: today }),
  isChecked: tickField.refine((ticked) => ticked, { error: 'Confirm that this is the person who has died' }),
  /** Ticked once told that the record has later facts. */
  isDateRight: tickField,
})

export const correctDeathSchema = z.object({
  ...record,
  reason: requiredText('Reason', 'Enter how the mistake came about', 1000),
})

export const changePracticeSchema = z.object({ ...record, practiceId })

/** One of three ways to look for somebody; a name alone would find too many people who are none of one's business. */
export const searchPatientsSchema = z
  .object({
    nhsNumber: z
      .string()
      .default('')
      .transform((text, context) => {
        if (text.trim() === '') return null
        const parsed = parseNhsNumber(text)
        if (parsed.ok) return parsed.value
        context.addIssue({ code: 'custom', message: NHS_NUMBER_FAULT_WORDS[parsed.fault] })
        return z.NEVER
      }),
    hospitalNumber: lineField('Hospital number'),
    name: lineField('Name'),
    bornOn: optionalDateField('Date of birth', { notAfter: today }),
  })
  .superRefine((given, context) => {
    const fail = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (given.name && !given.bornOn) fail('bornOn', 'Enter the date of birth as well as the name')
    if (given.name && !isName(given.name)) fail('name', 'Enter a name')
    if (given.bornOn && !given.name) fail('name', 'Enter the name as well as the date of birth')
    if (!given.nhsNumber && !given.hospitalNumber && !given.name && !given.bornOn)
      fail('nhsNumber', 'Enter an NHS number, a hospital number, or a name with the date of birth')
  })

export const stagePatientImportSchema = z.object({
  teamId: idField,
  file: z
    .instanceof(File, { error: 'Select a file' })
    .refine((file) => file.size <= PATIENT_FILE_BYTES, { error: PATIENT_FILE_TOO_LARGE }),
})

export const patientImportSchema = z.object({ importId: idField })
