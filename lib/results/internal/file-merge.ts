import 'server-only'
import type { MergeMessage } from '@/lib/interop/hl7/demographics-message'
import { findPeopleByFormerNumberToo } from '@/lib/patients/find-person'
import { findPeopleByNumbers, retireNumbers } from '@/lib/patients/numbers'
import type { Tx } from '@/lib/platform/database'
import { demographicsContent } from '../demographics-content'
import { mismatchOfAny, personIn } from '../match-person'
import type { UnmatchedReason } from '../unmatched'
import type { LeftToPeople } from './leave-to-people'

type Merge = { organisationId: string; messageId: string; event: string; merge: MergeMessage }

/**
 * Takes in that two numbers are of one person. Where the survivor is ours for sure and the other number is of nobody else
 * here, it leads to the survivor from now on. Two records are never made one, and none is given another number: a person
 * decides.
 */
export async function fileMerge(tx: Tx, message: Merge): Promise<LeftToPeople[]> {
  const { organisationId, messageId, merge } = message
  const { survivor, retired } = merge
  const people = await findPeopleByNumbers(tx, organisationId, [retired])
  const others = new Set(people.values())
  const known = survivor.nhsNumber
    ? (await findPeopleByFormerNumberToo(tx, [survivor.nhsNumber])).get(survivor.nhsNumber)
    : null
  const why = known ? mismatchOfAny(survivor, known) : null
  if (known && !why && [...others].every((id) => id === known.id)) {
    await retireNumbers(tx, { organisationId, messageId, patientId: known.id, retired })
    return []
  }
  return [left(message, reasonOf(known !== undefined && known !== null, why))]
}

function reasonOf(isKnown: boolean, why: UnmatchedReason | null): UnmatchedReason {
  if (!isKnown) return 'number_gave_way'
  return why ?? 'numbers_of_two_records'
}

function left({ messageId, event, merge }: Merge, why: UnmatchedReason): LeftToPeople {
  const numbers = merge.retired.identifiers.map(({ value }) => value).join(', ')
  return { messageId, why, content: demographicsContent(event, personIn(merge.survivor), numbers) }
}
