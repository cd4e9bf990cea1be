import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { countSubmissions, findSubmissionResult } from '@/lib/access/submissions'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull, toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { searchPatientsSchema } from './schema'
import { searchedParts } from './search-name'

type Criteria = z.output<typeof searchPatientsSchema>

export const PATIENT_SEARCH = 'patient.search'

/** More than these are not shown: the search is to be narrowed, not leafed through. */
const MOST_FOUND = 25

/** Nobody looks for so many people in a minute by hand. */
const SEARCHES_PER_MINUTE = 30

const found = z.object({ patientIds: z.array(z.string()), hasMore: z.boolean() })
type Found = z.output<typeof found>

/** A row of the results. */
export type FoundPatient = {
  id: string
  name: string
  nhsNumber: string
  bornOn: CalendarDate
  diedOn: CalendarDate | null
}

/**
 * Looks for people whose record the actor may see. Accents, case and apostrophes in a name do not count. What was
 * looked for is kept nowhere; who was found is, with the submission, for the page that shows it.
 *
 * @throws NotAllowed; RuleBroken after too many searches in a minute
 */
export async function searchPatients(actor: Actor, criteria: Criteria): Promise<Found> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'patient_search', 'read')
    const recent = await countSubmissions(tx, actor, { action: PATIENT_SEARCH, seconds: 60 })
    if (recent > SEARCHES_PER_MINUTE)
      throw new RuleBroken('You have searched many times in a minute. Wait a minute, then search again')
    const rows = await tx.patient.findMany({
      where: conditionOf(criteria),
      select: { id: true },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
      take: MOST_FOUND + 1,
    })
    const patientIds = rows.slice(0, MOST_FOUND).map(({ id }) => id)
    const by = (['nhsNumber', 'hospitalNumber', 'name'] as const).filter((kind) => criteria[kind] !== null)
    await recordAccess(tx, { event: 'patient.searched', detail: { by, found: patientIds.length } })
    return { patientIds, hasMore: rows.length > MOST_FOUND }
  })
}

/** Who an earlier search of the actor's own found, as far as they may still see them; null without such a search. */
export async function getSearchResults(
  actor: Actor,
  searchId: string,
): Promise<{ patients: FoundPatient[]; hasMore: boolean } | null> {
  if (!isUuid(searchId)) return null
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'patient_search', 'read')
    const result = found.safeParse(
      await findSubmissionResult(tx, actor, { id: searchId, action: PATIENT_SEARCH }),
    )
    if (!result.success) return null
    const patients = await readFound(tx, result.data.patientIds)
    await recordAccess(tx, { event: 'patient.searched', detail: { shown: patients.length } })
    return { patients, hasMore: result.data.hasMore }
  })
}

function conditionOf({ nhsNumber, hospitalNumber, name, bornOn }: Criteria): Prisma.PatientWhereInput {
  return {
    ...(nhsNumber && { nhsNumber }),
    ...(hospitalNumber && { identifiers: { some: { value: { in: spellings(hospitalNumber) } } } }),
    ...(bornOn && { bornOn: toDatabaseDate(bornOn) }),
    AND: searchedParts(name ?? '').map((part) => ({ searchName: { contains: part } })),
  }
}

/** Hospital numbers are kept as the hospital writes them. */
function spellings(hospitalNumber: string): string[] {
  return [...new Set([hospitalNumber, hospitalNumber.toUpperCase(), hospitalNumber.toLowerCase()])]
}

async function readFound(tx: Tx, ids: string[]): Promise<FoundPatient[]> {
  const rows = await tx.patient.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      title: true,
      givenName: true,
      familyName: true,
      nhsNumber: true,
      bornOn: true,
      diedOn: true,
    },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, nhsNumber, bornOn, diedOn, ...name }) => ({
    id,
    name: formatNameForStaff(name),
    nhsNumber,
    bornOn: fromDatabaseDate(bornOn),
    diedOn: fromDatabaseDateOrNull(diedOn),
  }))
}
