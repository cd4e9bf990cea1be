import 'server-only'
import { findAnsweringTeams } from '@/lib/care-teams/caring-team'
import { findPeopleByNhsNumber } from '@/lib/patients/find-person'
import type { Tx } from '@/lib/platform/database'
import { contentOfRow } from '../file/read-result-row'
import type { ResultFileCells } from '../file/result-file-columns'
import { isStorable, sentHash, type KnownToFile } from './judge-file-row'

export type FilePlace = { organisationId: string; teamId: string }

type People = KnownToFile['people']

/** The people whom rows of a file may be about, as the actor of the transaction sees them. */
export function findPeopleOfRows(tx: Tx, rows: readonly ResultFileCells[]): Promise<People> {
  const numbers = rows.filter(isStorable).flatMap((cells) => contentOfRow(cells, 0).person.nhsNumber ?? [])
  return findPeopleByNhsNumber(tx, [...new Set(numbers)])
}

export function patientIdsOf(people: People): string[] {
  return [...new Set([...people.values()].map(({ id }) => id))]
}

/** Reads for all rows at once by what they are judged. Whoever files them has locked the results of these people before. */
export async function findKnownToFile(
  tx: Tx,
  { organisationId, teamId }: FilePlace,
  people: People,
  rows: readonly ResultFileCells[],
): Promise<KnownToFile> {
  const left = await tx.unmatchedResult.findMany({
    where: { organisationId, sentHash: { in: rows.filter(isStorable).map(sentHash) } },
    select: { sentHash: true, settledAt: true },
  })
  return {
    people,
    teams: await findAnsweringTeams(tx, { patientIds: patientIdsOf(people), teamId }),
    leftToPerson: new Map(left.map((one) => [one.sentHash ?? '', { isSettled: one.settledAt !== null }])),
  }
}
