import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** What a follow-up pathway owes about one thing: a test, or itself. */
export type PathwayTask = {
  kind: TaskKind
  subject: string
  due: CalendarDate
  words: string | null
  /** When the last fact came by which it is owed: a postponement from before stands no more. Null: any stands. */
  since: Date | null
}

/** What a follow-up pathway owes, whichever teams hold its tasks. */
export type PathwayLedger = {
  pathway: string
  owed: readonly PathwayTask[]
  /** What the facts say was done: its task, if one is open, is closed as met; any other as no longer owed. */
  met: readonly { kind: TaskKind; subject: string }[]
}

/**
 * Makes the ledgers of follow-up pathways agree with what is owed on them. What is owed as before keeps its task, its owner
 * and a day that somebody postponed it to since the last fact about it came.
 *
 * @returns how many tasks were opened, moved or closed: 0 when all agreed
 */
export async function oweOnPathways(tx: Tx, ledgers: readonly PathwayLedger[]): Promise<number> {
  if (ledgers.length === 0) return 0
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    select access.owe_on_pathways(${JSON.stringify(ledgers)}::jsonb) as changed`
  return row?.changed ?? 0
}

/**
 * The same for many of which few changed, as a job: the ledgers that do not agree with what is open are found by one
 * statement and kept by another.
 *
 * @returns the pathways whose tasks did not agree
 */
export async function keepTasksOfPathways(
  tx: Tx,
  ledgers: readonly PathwayLedger[],
): Promise<ReadonlySet<string>> {
  const differing = await ledgersThatDiffer(tx, ledgers)
  await oweOnPathways(tx, differing)
  return new Set(differing.map(({ pathway }) => pathway))
}

async function ledgersThatDiffer(tx: Tx, ledgers: readonly PathwayLedger[]): Promise<PathwayLedger[]> {
  const ids = ledgers.map(({ pathway }) => pathway)
  const owed = ledgers.flatMap(({ pathway, owed: tasks }) => tasks.map((task) => ({ pathway, ...task })))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from access.ledgers_that_differ(${ids}::uuid[], ${JSON.stringify(owed)}::jsonb) as id`
  const differing = new Set(rows.map(({ id }) => id))
  return ledgers.filter(({ pathway }) => differing.has(pathway))
}
