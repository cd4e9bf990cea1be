import 'server-only'
import type { PatientIdentity } from '@/lib/interop/hl7/patient-identifiers'
import type { MessageContent } from '@/lib/interop/hl7/receive-message'
import { findPeopleByNumbers } from '@/lib/patients/numbers'
import type { Tx } from '@/lib/platform/database'
import type { ClaimedMessage } from './claim-messages'

/**
 * A hospital system tells of everybody who comes in. Of people who are not in care here nothing is kept, neither the message nor
 * that it came: only how many there were.
 *
 * @returns the messages with those about strangers no longer to be kept, and how many of them there were
 */
export async function passOverStrangers(
  tx: Tx,
  organisationId: string,
  claimed: readonly ClaimedMessage[],
): Promise<{ claimed: ClaimedMessage[]; passedOver: number }> {
  const people = await findPeopleByNumbers(tx, organisationId, claimed.flatMap(identitiesIn))
  const numbers = new Set(people.keys())
  let passedOver = 0
  const kept = claimed.map((each) => {
    const identities = identitiesIn(each)
    if (each.id === null || identities.length === 0) return each
    const all = identities.flatMap(({ identifiers, nhsNumber }) => [
      ...(nhsNumber ? [nhsNumber as string] : []),
      ...identifiers.map(({ value }) => value),
    ])
    if (all.some((number) => numbers.has(number))) {
      // What comes behind a merge may call the person by any of its numbers.
      for (const number of all) numbers.add(number)
      return each
    }
    passedOver += 1
    return { ...each, id: null }
  })
  return { claimed: kept, passedOver }
}

/** Who a message about demographics is about; none for any other. */
function identitiesIn({ arrival: { message } }: ClaimedMessage): PatientIdentity[] {
  if (message.kind !== 'accepted') return []
  const content: MessageContent = message.content
  if (content.kind === 'demographics') return [content.patient]
  return content.kind === 'merge'
    ? content.merges.flatMap(({ survivor, retired }) => [survivor, retired])
    : []
}
