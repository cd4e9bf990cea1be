import 'server-only'
import { listPeopleLike } from '@/lib/patients/people-like'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
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
 * In what the record of a patient differs from what a message says of the person, or the message says nothing.
 *
 * @throws RuleBroken where it does and nobody said how they know that it is this person
 */
export async function requireKnownPerson(
  tx: Tx,
  said: UnmatchedContent['person'],
  { patientId, howKnown }: { patientId: string; howKnown: string | null },
): Promise<IdentifierCode[]> {
  const found = (await listPeopleLike(tx, said)).find((person) => person.patientId === patientId)
  const all = Object.keys(IDENTIFIERS) as Identifier[]
  const different = all.filter((one) => !found?.agrees[one])
  if (different.length === 0 || howKnown) return different.map((one) => IDENTIFIERS[one].code)
  throw new RuleBroken([
    {
      field: 'howKnown',
      message: `Not the same as in the message: ${different.map((one) => IDENTIFIERS[one].words).join(', ')}. Enter how you know that it is this person`,
    },
  ])
}
