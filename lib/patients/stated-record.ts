import type { PatientDetails, StatedSex } from '@/lib/interop/hl7/patient-details'
import type { PostalAddress, TelephoneEntry } from '@/lib/interop/hl7/patient-contact'
import { statedValue } from '@/lib/interop/hl7/stated'
import { statedLanguage } from '@/lib/nhs/code-lists/stated-language'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import type { Parsed } from '@/lib/nhs/parsed'
import { foldName, parseNamePart } from '@/lib/nhs/person-name'
import { parsePostcode } from '@/lib/nhs/postcode'
import { canBeMobile, parseTelephone } from '@/lib/nhs/telephone'
import type { PatientFields, PatientRecord } from './patient-fields'
import type { StatedPart, StatedRecord } from './stated-parts'

type Reading = { said: StatedRecord; unreadable: StatedPart[] }

/** What a message says of a record. An empty field says nothing; HL7's null takes away what a record can do without. */
export function statedRecordOf(details: PatientDetails, record: PatientRecord): Reading {
  const reading: Reading = { said: {}, unreadable: [] }
  const take = (part: StatedPart, fields: Partial<PatientFields> | 'unreadable' | null) => {
    if (fields === 'unreadable') reading.unreadable.push(part)
    else if (fields) reading.said[part] = fields
  }
  take('name', nameIn(details, record))
  take('sex', sexIn(details))
  take('language', languageIn(details))
  take('address', addressIn(details))
  const { state } = details.telephones
  const entries = statedValue(details.telephones) ?? []
  take('mobile', state === 'cleared' ? { mobileTelephone: null } : mobileIn(entries))
  take('home', state === 'cleared' ? { homeTelephone: null } : homeIn(entries))
  take('email', emailIn(entries))
  return reading
}

type Stated = Partial<PatientFields> | 'unreadable' | null

/** Systems write names in capitals, without accents and cut short: what differs so says nothing new. */
function nameIn({ names }: PatientDetails, record: PatientRecord): Stated {
  const [name] = (statedValue(names) ?? []).toSorted(
    (one, other) => legalFirst(one.use) - legalFirst(other.use),
  )
  if (!name) return null
  const [family, given] = [parseNamePart(name.family), parseNamePart(name.given)]
  if (!family.ok || (!given.ok && given.fault !== 'missing')) return 'unreadable'
  const fields: Partial<PatientFields> = name.title ? { title: name.title } : {}
  if (foldName(family.value) !== foldName(record.familyName)) fields.familyName = family.value
  if (given.ok && !foldName(record.givenName).startsWith(foldName(given.value)))
    fields.givenName = given.value
  return fields
}

/** HL7 table 0200: L is the legal name, and what has no use is meant as it. */
function legalFirst(use: string): number {
  return use === 'L' || use === '' ? 0 : 1
}

const SEXES: Partial<Record<StatedSex, string>> = { female: '2', male: '1' }

/** Only what the record's own list has; what is not known or not clear there is no news. */
function sexIn({ sex }: PatientDetails): Stated {
  const stated = statedValue(sex)
  const code = stated && SEXES[stated]
  return code ? { sex: code } : null
}

/** A code that is not known here is no news: somebody who speaks with the person asks. */
function languageIn({ language }: PatientDetails): Stated {
  if (language.state === 'cleared') return { preferredLanguage: null }
  const stated = statedValue(language)
  const code = stated && statedLanguage(stated)
  return code ? { preferredLanguage: code } : null
}

function addressIn({ addresses }: PatientDetails): Stated {
  if (addresses.state === 'cleared') return { addressLine1: null, addressLine2: null, postcode: null }
  const [address] = (statedValue(addresses) ?? []).toSorted((one, other) => homeFirst(one) - homeFirst(other))
  if (!address) return null
  const postcode = address.postcode ? parsePostcode(address.postcode) : null
  if (postcode && !postcode.ok) return 'unreadable'
  const [first = null, ...others] = [...address.lines, address.town, address.county].filter(Boolean)
  return {
    addressLine1: first,
    addressLine2: others.join(', ') || null,
    postcode: postcode ? postcode.value : null,
  }
}

/** HL7 table 0190: H is where the person lives. */
function homeFirst({ use }: PostalAddress): number {
  if (use === 'H') return 0
  return use === '' ? 1 : 2
}

function mobileIn(entries: readonly TelephoneEntry[]): Stated {
  return first(entries.filter(isMobile), ({ number }) => parseTelephone(number), 'mobileTelephone')
}

function homeIn(entries: readonly TelephoneEntry[]): Stated {
  const home = entries.filter((entry) => entry.from === 'home' && !isMobile(entry))
  return first(home, ({ number }) => parseTelephone(number), 'homeTelephone')
}

function isMobile({ equipment, number }: TelephoneEntry): boolean {
  const parsed = parseTelephone(number)
  return equipment === 'CP' || (parsed.ok && canBeMobile(parsed.value))
}

function emailIn(entries: readonly TelephoneEntry[]): Stated {
  return first(
    entries.filter(({ email }) => email !== ''),
    ({ email }) => parseEmailAddress(email),
    'email',
  )
}

function first<Entry>(
  entries: readonly Entry[],
  readEntry: (entry: Entry) => Parsed<string, unknown>,
  field: 'mobileTelephone' | 'homeTelephone' | 'email',
): Stated {
  const [entry] = entries
  if (!entry) return null
  const value = readEntry(entry)
  return value.ok ? { [field]: value.value } : 'unreadable'
}
