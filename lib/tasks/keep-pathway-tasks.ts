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

export type LedgerOfPathway = Ledger & { pathway: string }

/** `keepPathwayTasks` for several pathways at once: the ledger of all of them is written by one statement. */
export async function keepPathwaysTasks(tx: Tx, ledgers: readonly LedgerOfPathway[]): Promise<void> {
  if (ledgers.length === 0) return
  await tx.$executeRaw`select access.owe_on_pathways(${JSON.stringify(ledgers)}::jsonb)`
}
