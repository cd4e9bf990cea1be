import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { foldName, formatNameForStaff } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import type { PatientIdentity } from './patient-identity'

/** Somebody who might be meant. `agrees`: in what with what was said. */
export type PersonLike = PatientIdentity & {
  patientId: string
  agrees: { nhsNumber: boolean; bornOn: boolean; name: boolean }
}

type Said = {
  nhsNumber: string | null
  familyName: string
  givenName: string
  bornOn: CalendarDate | null
}

const MOST = 20

/** People in the actor's care with the NHS number said, or with the date of birth; those who agree in more come first. */
export async function listPeopleLike(tx: Tx, said: Said): Promise<PersonLike[]> {
  const born = said.bornOn ? [{ bornOn: toDatabaseDate(said.bornOn) }] : []
  const numbered = said.nhsNumber ? [{ nhsNumber: said.nhsNumber }] : []
  if (born.length + numbered.length === 0) return []
  const people = await tx.patient.findMany({
    where: { OR: [...numbered, ...born] },
    orderBy: [{ familyName: 'asc' }, { id: 'asc' }],
    take: MOST * MOST,
    select: { id: true, title: true, givenName: true, familyName: true, nhsNumber: true, bornOn: true },
  })
  return people
    .map(({ id, nhsNumber, bornOn, ...name }) => ({
      patientId: id,
      name: formatNameForStaff(name),
      nhsNumber,
      bornOn: fromDatabaseDate(bornOn),
      agrees: {
        nhsNumber: nhsNumber === said.nhsNumber,
        bornOn: fromDatabaseDate(bornOn) === said.bornOn,
        name: foldName(name.familyName) === foldName(said.familyName),
      },
    }))
    .filter(({ agrees }) => agrees.nhsNumber || agrees.name)
    .sort((one, other) => countOf(other) - countOf(one))
    .slice(0, MOST)
}

function countOf({ agrees }: PersonLike): number {
  return Object.values(agrees).filter(Boolean).length
}
