import 'server-only'
import { listPeopleLike } from '@/lib/patients/people-like'
import type { Tx } from '@/lib/platform/database'
import type { FieldError } from '@/lib/platform/form-state'
import type { UnmatchedContent } from './unmatched'

/** What tells people apart, as the access log names it, and in words. */
const IDENTIFIERS = {
  nhsNumber: { code: 'nhs_number', words: 'NHS number' },
  bornOn: { code: 'date_of_birth', words: 'date of birth' },
  name: { code: 'family_name', words: 'family name' },
} as const

type Identifier = keyof typeof IDENTIFIERS
export type IdentifierCode = (typeof IDENTIFIERS)[Identifier]['code']

/**
 * In what the record of a patient differs from what a message says of the person, or the message says nothing; and the fault
 * of a form in which nobody said how they know that it is this person all the same.
 */
export async function whoIsMeant(
  tx: Tx,
  said: UnmatchedContent['person'],
  { patientId, howKnown }: { patientId: string; howKnown: string | null },
): Promise<{ differs: IdentifierCode[]; faults: FieldError[] }> {
  const found = (await listPeopleLike(tx, said)).find((person) => person.patientId === patientId)
  const all = Object.keys(IDENTIFIERS) as Identifier[]
  const different = all.filter((one) => !found?.agrees[one]).map((one) => IDENTIFIERS[one])
  const words = different.map((one) => one.words).join(', ')
  const message = `Not the same as in the message: ${words}. Enter how you know that it is this person`
  return {
    differs: different.map(({ code }) => code),
    faults: different.length === 0 || howKnown ? [] : [{ field: 'howKnown', message }],
  }
}
