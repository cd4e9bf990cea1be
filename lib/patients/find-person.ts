import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'

/** Who somebody is, as far as a message about them has to agree. */
export type FoundPerson = { id: string; familyName: string; givenName: string; bornOn: CalendarDate }

/** The people with these NHS numbers, by number, as far as whoever asks in this transaction may see them. */
export async function findPeopleByNhsNumber(
  tx: Tx,
  nhsNumbers: readonly string[],
): Promise<Map<string, FoundPerson>> {
  if (nhsNumbers.length === 0) return new Map()
  const people = await tx.patient.findMany({
    where: { nhsNumber: { in: [...nhsNumbers] } },
    select: { id: true, nhsNumber: true, familyName: true, givenName: true, bornOn: true },
  })
  return new Map(
    people.map(({ nhsNumber, ...person }) => [
      nhsNumber,
      { ...person, bornOn: fromDatabaseDate(person.bornOn) },
    ]),
  )
}
