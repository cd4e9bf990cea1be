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
  const people = await tx.$queryRaw<(FoundPerson & { nhsNumber: string })[]>`
    select id, nhs_number as "nhsNumber", family_name as "familyName", given_name as "givenName", born_on::text as "bornOn"
    from patient where nhs_number = any (${[...nhsNumbers]}::bpchar[])`
  return new Map(people.map(({ nhsNumber, ...person }) => [nhsNumber, person]))
}

/** As `findPeopleByNhsNumber`, and those with whom a number was that gave way to theirs: for the job that takes messages in. */
export async function findPeopleByFormerNumberToo(
  tx: Tx,
  nhsNumbers: readonly string[],
): Promise<Map<string, FoundPerson>> {
  const found = await findPeopleByNhsNumber(tx, nhsNumbers)
  const others = nhsNumbers.filter((number) => !found.has(number))
  if (others.length === 0) return found
  const retired = await tx.retiredNumber.findMany({
    where: { value: { in: others }, isNhsNumber: true },
    orderBy: { id: 'desc' },
    select: { value: true, patient: { select: WHO } },
  })
  for (const { value, patient } of retired) found.set(value, personOf(patient))
  return found
}

const WHO = { id: true, familyName: true, givenName: true, bornOn: true } as const

function personOf<Person extends { bornOn: Date }>({ bornOn, ...person }: Person) {
  return { ...person, bornOn: fromDatabaseDate(bornOn) }
}
