import 'server-only'
import { openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { ResultDecision } from '@/lib/platform/prisma-client/enums'
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
  /** A rule of the protocol objects to it, or may. */
  hasAlerts: boolean
  /** What was decided on it as it is judged now; null where nobody has. */
  decision: ResultDecision | null
  /** When the person was told; null while they were not. */
  toldOn: CalendarDate | null
  /** The team to ring about it. */
  team: { name: string; telephone: string | null }
}

const WITH_RELEASES = {
  team: { select: { name: true, telephone: true } },
  releases: { orderBy: { releasedAt: 'asc' } },
} as const satisfies Prisma.ResultInclude

/** The results of a patient that may be known outside the hospital, the latest sample first. @throws NotFound, NotAllowed */
export async function listReleasedResults(actor: Actor, patientId: string): Promise<ReleasedResult[]> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['released_result', 'read'])
    const rows = await tx.result.findMany({
      where: { patientId, releases: { some: {} } },
      orderBy: [{ sampledOn: 'desc' }, { id: 'desc' }],
      include: WITH_RELEASES,
    })
    const said = await saidOfReleased(tx, patientId)
    const released = rows.flatMap((row) => {
      const about = said.get(row.id)
      return about ? [viewOf(row, about)] : []
    })
    await recordAccess(tx, {
      event: 'result.released_viewed',
      patientId,
      detail: { results: released.length },
    })
    return released
  })
}

type Row = Prisma.ResultGetPayload<{ include: typeof WITH_RELEASES }>

function viewOf(row: Row, { hasAlerts, decision, toldOn }: Said): ReleasedResult {
  return {
    id: row.id,
    name: nameOfResult(knownTests(), row.analyteCode),
    words: resultInWords(row),
    reportText: row.reportText,
    isCorrection: row.status === 'corrected',
    sampledOn: fromDatabaseDate(row.sampledOn),
    releasedAt: (row.releases.findLast(({ basis }) => basis === 'signed_off') ?? row.releases[0]!).releasedAt,
    hasAlerts,
    decision,
    toldOn: fromDatabaseDateOrNull(toldOn),
    team: row.team,
  }
}

type Said = { hasAlerts: boolean; decision: ResultDecision | null; toldOn: Date | null }

/** Both the rule and what goes with it are the database's: a hospital team that reads here sees what the practice does, and no more. */
async function saidOfReleased(tx: Tx, patientId: string): Promise<Map<string, Said>> {
  const rows = await tx.$queryRaw<(Said & { id: string })[]>`
    select result_id as id, has_alerts as "hasAlerts", decision::text as decision, told_on as "toldOn"
    from access.said_of_released(${patientId}::uuid)`
  return new Map(rows.map((row) => [row.id, row]))
}
