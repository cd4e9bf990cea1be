import 'server-only'
import { findCaringTeams } from '@/lib/care-teams/caring-team'
import { findPeopleByFormerNumberToo } from '@/lib/patients/find-person'
import type { Tx } from '@/lib/platform/database'
import { mismatch } from '../match-person'
import type { UnmatchedContent, UnmatchedReason } from '../unmatched'

type Match =
  { whose: { patientId: string; teamId: string }; why: null } | { whose: null; why: UnmatchedReason }

/**
 * Whose each message is, in order: a person in the care of the organisation with the NHS number, the date of birth and the
 * name that it says, and the team there that has had them longest. Otherwise why it is not known.
 */
export async function matchPeople(
  tx: Tx,
  organisationId: string,
  said: readonly UnmatchedContent['person'][],
): Promise<Match[]> {
  const people = await findPeopleByFormerNumberToo(tx, [
    ...new Set(said.flatMap(({ nhsNumber }) => nhsNumber ?? [])),
  ])
  const patientIds = [...people.values()].map(({ id }) => id)
  const teams = await findCaringTeams(tx, { patientIds, organisationId })
  return said.map((one): Match => {
    if (!one.nhsNumber) return { whose: null, why: 'no_nhs_number' }
    const person = people.get(one.nhsNumber)
    const teamId = person && teams.get(person.id)
    if (!person || !teamId) return { whose: null, why: 'no_such_person' }
    const why = mismatch(one, person)
    return why ? { whose: null, why } : { whose: { patientId: person.id, teamId }, why: null }
  })
}
