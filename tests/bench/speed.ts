import { messageOf, OperatorError } from '@/lib/operations/operator-error'
import type { WebServer } from '@/tests/support/web-server'
import { usageOfGroup } from '@/tests/support/processes'
import type { BenchCase } from './cases'
import { loadHttp, loadStatements, type Run } from './measure'
import { Replay } from './statements'

const WARM_UP_SECONDS = 4

/** How each case is run. */
export type Pace = { connections: number; seconds: number; runs: number }

/** One case on one service. */
export type Subject = { case: BenchCase; web: WebServer; appUrl: string }

export type Speed = { name: string; pages: Run[]; statements: Run[] }

/**
 * Runs the cases in turn, and all of them again, so that a machine that is busy for a while is busy for all alike. Each
 * case is warmed up once before.
 *
 * @param withStatements whether the statements behind each case are run on their own, too
 */
export async function measureSpeeds(
  subjects: readonly Subject[],
  pace: Pace,
  withStatements: boolean,
  say: (line: string) => void,
): Promise<Speed[]> {
  const speeds = subjects.map((subject): Speed => ({ name: subject.case.name, pages: [], statements: [] }))
  for (const subject of subjects) await loadPage(subject, { ...pace, seconds: WARM_UP_SECONDS })
  for (let run = 1; run <= pace.runs; run++) {
    for (const [place, subject] of subjects.entries()) {
      const page = await loadPage(subject, pace)
      speeds[place]?.pages.push(page)
      const statements = withStatements ? await loadSql(subject, pace) : undefined
      if (statements) speeds[place]?.statements.push(statements)
    }
    say(`run ${run} of ${pace.runs} done`)
  }
  return speeds
}

async function loadPage({ case: one, web }: Subject, { connections, seconds }: Pace): Promise<Run> {
  await one.prepare?.()
  const request = await one.requests(web.origin)
  try {
    return await loadHttp({
      origin: web.origin,
      connections,
      seconds,
      status: one.status,
      request,
      processorMs: () => usageOfGroup(web.pid).processorMs,
    })
  } catch (error) {
    throw new OperatorError(`${one.name}: ${messageOf(error)}`)
  }
}

async function loadSql(
  { case: one, appUrl }: Subject,
  { connections, seconds }: Pace,
): Promise<Run | undefined> {
  if (!one.statements) return undefined
  await one.prepare?.()
  const statementsAt = await one.statements()
  const replay = new Replay(appUrl, connections, one.oneWait)
  try {
    return await loadStatements({
      connections,
      seconds,
      send: async (turn) => {
        const statements = statementsAt(turn)
        if (statements) await replay.send(statements)
        return statements !== null
      },
    })
  } finally {
    await replay.end()
  }
}
