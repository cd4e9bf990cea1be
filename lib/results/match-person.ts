import type { PatientDetails } from '@/lib/interop/hl7/patient-details'
import { statedValue } from '@/lib/interop/hl7/stated'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { foldName } from '@/lib/nhs/person-name'
import type { UnmatchedContent, UnmatchedReason } from './unmatched'

/** Who a person of ours is, as far as a message has to agree. */
export type KnownPerson = { id: string; familyName: string; givenName: string; bornOn: CalendarDate }

/** What a message says of its person. */
export function personIn(patient: PatientDetails): UnmatchedContent['person'] {
  const [name] = statedValue(patient.names) ?? []
  return {
    nhsNumber: patient.nhsNumber,
    familyName: name?.family ?? '',
    givenName: name?.given ?? '',
    bornOn: statedValue(patient.birthDate)?.day ?? null,
  }
}

/**
 * Why a message is not about this person for sure; null when it is: the same date of birth, the same family name, and
 * given names of which one begins with the other, since laboratories cut them short. Accents, case and hyphens differ
 * between systems and say nothing.
 */
export function mismatch(said: UnmatchedContent['person'], known: KnownPerson): UnmatchedReason | null {
  if (said.bornOn !== known.bornOn) return 'differs_in_birth_date'
  const [family, given] = [foldName(said.familyName), foldName(said.givenName)]
  const ours = { family: foldName(known.familyName), given: foldName(known.givenName) }
  const isSameGiven = given !== '' && (ours.given.startsWith(given) || given.startsWith(ours.given))
  return family === ours.family && isSameGiven ? null : 'differs_in_name'
}

/** As `mismatch`, by any of the names that a message gives: a new name comes with the one before. */
export function mismatchOfAny(patient: PatientDetails, known: KnownPerson): UnmatchedReason | null {
  const person = personIn(patient)
  const names = statedValue(patient.names) ?? []
  const found = names.map(({ family, given }) =>
    mismatch({ ...person, familyName: family, givenName: given }, known),
  )
  return found.includes(null) ? null : (found[0] ?? mismatch(person, known))
}
