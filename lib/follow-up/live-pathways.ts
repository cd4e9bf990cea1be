import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { snapshotOf, WITH_SNAPSHOT } from './internal/snapshot-of-rows'
import type { PathwaySnapshot } from './pathway'

export type LivePathway = { id: string; teamId: string; snapshot: PathwaySnapshot }

/** The pathways of a patient that have not ended, with the protocol as each keeps it. For who has the patient open. */
export async function listLivePathways(tx: Tx, patientId: string): Promise<LivePathway[]> {
  const rows = await tx.followUpPathway.findMany({
    where: { patientId, endedOn: null },
    orderBy: { id: 'asc' },
    include: WITH_SNAPSHOT,
  })
  return livePathwaysOf(rows.map((row) => ({ row, snapshot: snapshotOf(row) })))
}

type Read = { row: { id: string; teamId: string; endedOn: Date | null }; snapshot: PathwaySnapshot | null }

/** The same among pathways that were read before. */
export function livePathwaysOf(pathways: readonly Read[]): LivePathway[] {
  return pathways
    .filter(({ row }) => row.endedOn === null)
    .toSorted((one, other) => (one.row.id < other.row.id ? -1 : 1))
    .flatMap(({ row: { id, teamId }, snapshot }) => (snapshot ? [{ id, teamId, snapshot }] : []))
}

/** A test that a result is waited for. */
export type AwaitedTest = {
  id: string
  pathwayId: string
  teamId: string
  testCode: string
  dueOn: CalendarDate
  windowFrom: CalendarDate
}

/** The ids of the pathways that these tests belong to, each once. */
export async function pathwaysOfTests(tx: Tx, testIds: readonly string[]): Promise<string[]> {
  if (testIds.length === 0) return []
  const rows = await tx.surveillanceTest.findMany({
    where: { id: { in: [...testIds] } },
    distinct: ['pathwayId'],
    orderBy: { pathwayId: 'asc' },
    select: { pathwayId: true },
  })
  return rows.map(({ pathwayId }) => pathwayId)
}

/** Whether this is a surveillance test of this patient, as far as the actor may see it. */
export async function isTestOf(
  tx: Tx,
  { patientId, testId }: { patientId: string; testId: string },
): Promise<boolean> {
  const test = await tx.surveillanceTest.findFirst({
    where: { id: testId, patientId },
    select: { id: true },
  })
  return test !== null
}
