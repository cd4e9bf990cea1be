import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** What a follow-up pathway owes about one thing: a test, or itself. */
export type PathwayTask = { kind: TaskKind; subject: string; due: CalendarDate; words: string | null }

/** What a pathway owes. `id`: of the pathway. */
export type PathwayLedger = {
  id: string
  owed: readonly PathwayTask[]
  /** What the facts say was done: its task, if one is open, is closed as met; any other as no longer owed. */
  met: readonly { kind: TaskKind; subject: string }[]
}

/**
 * Makes the ledger of follow-up pathways agree with what is owed on each, whichever teams hold its tasks. What is owed as
 * before keeps its task, its owner and a day that somebody postponed it to.
 *
 * @returns how many tasks were opened, moved or closed, by pathway: 0 where all agreed
 */
export async function keepPathwayTasks(
  tx: Tx,
  ledgers: readonly PathwayLedger[],
): Promise<ReadonlyMap<string, number>> {
  if (ledgers.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; changed: number }[]>`
    select id, access.owe_on_pathway(id, owed, met) as changed
    from jsonb_to_recordset(${JSON.stringify(ledgers)}::jsonb) as ledger (id uuid, owed jsonb, met jsonb)`
  return new Map(rows.map(({ id, changed }) => [id, changed]))
}

/**
 * Of these ledgers the ones that do not agree with what is open: for jobs, which look at many of which few changed.
 */
export async function ledgersThatDiffer(
  tx: Tx,
  ledgers: readonly PathwayLedger[],
): Promise<readonly PathwayLedger[]> {
  const ids = ledgers.map(({ id }) => id)
  const owed = ledgers.flatMap((ledger) =>
    ledger.owed.map(({ kind, subject, due }) => ({ pathway: ledger.id, kind, subject, due })),
  )
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from access.ledgers_that_differ(${ids}::uuid[], ${JSON.stringify(owed)}::jsonb) as id`
  const differing = new Set(rows.map(({ id }) => id))
  return ledgers.filter(({ id }) => differing.has(id))
}

/** `keepPathwayTasks` for jobs that write for many at once: the ledger of all of them by one statement. */
export async function keepPathwaysTasks(tx: Tx, ledgers: readonly PathwayLedger[]): Promise<void> {
  if (ledgers.length === 0) return
  const wanted = ledgers.map(({ id, owed, met }) => ({ pathway: id, owed, met }))
  await tx.$executeRaw`select access.owe_on_pathways(${JSON.stringify(wanted)}::jsonb)`
}
