import type { Pool } from 'pg'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { closeDatabase } from '@/lib/platform/database'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { pointApplicationAt } from './application-settings'
import { keepSessionsAlive, quietPool, startCrashServer, type CrashServer } from './crash-server'
import type { Attempt } from './journal'
import { between, seeded } from './random'
import { emptyReport, type CrashPlan, type CrashReport } from './report'
import { settle, untilMoment, type Moment } from './settle'
import { writeUntilOver, type Spell, type Writer } from './writers'

const WRITERS = 8
const ANSWERS = [5, 60] as const
const LATER_MS = [0, 40] as const

type PostgresPlan = CrashPlan & {
  /** Runs once the database is ready: to break something on purpose. */
  sabotage?: (superuser: Pool, urls: ConnectionUrls) => Promise<void>
  /** Runs after the last round, on what was stored. */
  afterwards?: (superuser: Pool) => Promise<void>
}

/** Kills the database outright while eight people write, starts it again, and looks for what was lost or torn. */
export async function crashPostgres(plan: PostgresPlan): Promise<CrashReport> {
  const server = await startCrashServer()
  pointApplicationAt(server.urls)
  const superuser = quietPool(server.superuserUrl)
  const report = emptyReport()
  try {
    await plan.sabotage?.(superuser, server.urls)
    const writers = await employWriters(server.urls.owner, plan.seed)
    const random = seeded(plan.seed)
    while (report.rounds < plan.rounds) {
      const moment = { answers: between(random, ...ANSWERS), laterMs: between(random, ...LATER_MS) }
      await oneRound({ server, superuser, writers, report }, moment)
      plan.progress?.(report)
    }
    await plan.afterwards?.(superuser)
    return report
  } finally {
    await closeDatabase()
    await superuser.end()
    await server.stop()
  }
}

type Round = { server: CrashServer; superuser: Pool; writers: Writer[]; report: CrashReport }

async function oneRound({ server, superuser, writers, report }: Round, moment: Moment): Promise<void> {
  await keepSessionsAlive(superuser)
  const journal: Attempt[] = []
  const spell: Spell = { isOver: false }
  const writing = Promise.allSettled(writers.map((writer) => writeUntilOver(writer, spell, journal)))
  await untilMoment(journal, moment)
  spell.isOver = true
  await server.kill()
  const endings = await writing
  report.recovery.push(await server.restart())
  await settle(report, superuser, journal, endings)
}

async function employWriters(ownerUrl: string, seed: number): Promise<Writer[]> {
  const owner = quietPool(ownerUrl)
  try {
    const team = await teamId(owner, 'ZT101-BREAST')
    const actors = Array.from({ length: WRITERS }, () =>
      actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } }),
    )
    return (await Promise.all(actors)).map((actor, place) => ({
      actor,
      teamId: team,
      random: seeded(seed * WRITERS + place),
    }))
  } finally {
    await owner.end()
  }
}
