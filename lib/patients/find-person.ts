import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'

/** Who somebody is, as far as a message about them has to agree. */
export type FoundPerson = { id: string; familyName: string; givenName: string; bornOn: CalendarDate }

/** The person with this NHS number, as far as whoever asks in this transaction may see them; else null. */
export async function findPersonByNhsNumber(tx: Tx, nhsNumber: string): Promise<FoundPerson | null> {
  const person = await tx.patient.findFirst({
    where: { nhsNumber },
    select: { id: true, familyName: true, givenName: true, bornOn: true },
  })
  return person && { ...person, bornOn: fromDatabaseDate(person.bornOn) }
}
