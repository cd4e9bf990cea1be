import 'server-only'
import { openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { knownTests } from './known-tests'
import { resultInWords } from './result-in-words'
import { nameOfResult } from './what-was-examined'

/** A result as a practice reads it, once it may. */
export type ReleasedResult = {
  id: string
  name: string
  words: string
  reportText: string | null
  isCorrection: boolean
  sampledOn: CalendarDate
  releasedAt: Date
  /** The team to ring about it. */
  team: { name: string; telephone: string | null }
}

/** The results of a patient that may be known outside the hospital, the latest sample first. @throws NotFound, NotAllowed */
export async function listReleasedResults(actor: Actor, patientId: string): Promise<ReleasedResult[]> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['released_result', 'read'])
    const rows = await tx.result.findMany({
      where: { patientId, releases: { some: {} } },
      orderBy: [{ sampledOn: 'desc' }, { id: 'desc' }],
      include: {
        team: { select: { name: true, telephone: true } },
        releases: { orderBy: { releasedAt: 'asc' } },
      },
    })
    const ids = await releasedIds(
      tx,
      rows.map(({ id }) => id),
    )
    await recordAccess(tx, { event: 'result.released_viewed', patientId, detail: { results: ids.size } })
    return rows
      .filter(({ id }) => ids.has(id))
      .map((row) => ({
        id: row.id,
        name: nameOfResult(knownTests(), row.analyteCode),
        words: resultInWords(row),
        reportText: row.reportText,
        isCorrection: row.status === 'corrected',
        sampledOn: fromDatabaseDate(row.sampledOn),
        releasedAt: (row.releases.findLast(({ basis }) => basis === 'signed_off') ?? row.releases[0]!)
          .releasedAt,
        team: row.team,
      }))
  })
}

/** The rule is the database's: a hospital team that reads here sees what the practice does, and no more. */
async function releasedIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from unnest(${[...ids]}::uuid[]) as wanted (id) where access.is_released(id)`
  return new Set(rows.map(({ id }) => id))
}
