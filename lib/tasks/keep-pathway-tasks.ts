import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** What a follow-up pathway owes about one thing: a test, or itself. */
export type PathwayTask = { kind: TaskKind; subject: string; due: CalendarDate; words: string | null }

type Ledger = {
  owed: readonly PathwayTask[]
  /** What the facts say was done: its task, if one is open, is closed as met; any other as no longer owed. */
  met: readonly { kind: TaskKind; subject: string }[]
}

/**
 * Makes the ledger of a follow-up pathway agree with what is owed on it, whichever teams hold its tasks. What is owed as
 * before keeps its task, its owner and a day that somebody postponed it to.
 *
 * @returns how many tasks were opened, moved or closed: 0 when all agreed
 */
export async function keepPathwayTasks(tx: Tx, pathwayId: string, { owed, met }: Ledger): Promise<number> {
  const [row] = await tx.$queryRaw<{ changed: number }[]>`
    select access.owe_on_pathway(${pathwayId}::uuid, ${JSON.stringify(owed)}::jsonb, ${JSON.stringify(met)}::jsonb) as changed`
  return row?.changed ?? 0
}

/** What a pathway owes, with the pathway's id. */
export type PathwayLedger = Ledger & { pathway: string }

/**
 * `keepPathwayTasks` for many pathways of which few changed, as a job: the ledgers that do not agree with what is open are
 * found by one statement and kept by another.
 *
 * @returns the pathways of which tasks were opened, moved or closed
 */
export async function keepTasksOfPathways(
  tx: Tx,
  ledgers: readonly PathwayLedger[],
): Promise<ReadonlySet<string>> {
  const differing = await ledgersThatDiffer(tx, ledgers)
  if (differing.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ pathway: string; changed: number }[]>`
    select pathway, access.owe_on_pathway(pathway, owed, met) as changed
    from jsonb_to_recordset(${JSON.stringify(differing)}::jsonb) as ledger (pathway uuid, owed jsonb, met jsonb)`
  return new Set(rows.flatMap(({ pathway, changed }) => (changed > 0 ? pathway : [])))
}

async function ledgersThatDiffer(tx: Tx, ledgers: readonly PathwayLedger[]): Promise<PathwayLedger[]> {
  const ids = ledgers.map(({ pathway }) => pathway)
  const owed = ledgers.flatMap(({ pathway, owed: tasks }) =>
    tasks.map(({ kind, subject, due }) => ({ pathway, kind, subject, due })),
  )
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from access.ledgers_that_differ(${ids}::uuid[], ${JSON.stringify(owed)}::jsonb) as id`
  const differing = new Set(rows.map(({ id }) => id))
  return ledgers.filter(({ pathway }) => differing.has(pathway))
}

/** `keepPathwayTasks` for jobs that write for many at once: the ledger of all of them by one statement. */
export async function keepPathwaysTasks(tx: Tx, ledgers: readonly PathwayLedger[]): Promise<void> {
  if (ledgers.length === 0) return
  const wanted = ledgers.map(({ id, owed, met }) => ({ pathway: id, owed, met }))
  await tx.$executeRaw`select access.owe_on_pathways(${JSON.stringify(wanted)}::jsonb)`
}
