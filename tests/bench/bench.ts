import { startWorker } from '@/lib/operations/serve'
import { workerEnvironment } from '@/lib/operations/start-settings'
import type { Keep } from '@/lib/operations/supervise'
import { closeDatabase } from '@/lib/platform/database'
import { routes } from '@/lib/platform/routes'
import { pointApplicationAt } from '@/tests/crash/application-settings'
import { usageOfGroup } from '@/tests/support/processes'
import { startWebServer, type WebServer } from '@/tests/support/web-server'
import { filing, logInPage, practiceHome, recordPage, worklistPage, type BenchCase } from './cases'
import { dueReviewsPage, reviewFirstPage } from './review-cases'
import { startBenchServer, type BenchDatabase, type BenchServer } from './database'
import { draftingSummary } from './drafting'
import { followUpListPage, resultsPage, reviewResultPage } from './follow-up-cases'
import { measureIngest, type Ingest } from './hl7-ingest'
import { medianRun, type Run } from './measure'
import { bareFrameworkBytes, brotliBytes, pageWeights } from './page-weight'
import { measureNight, type Night } from './night'
import {
  ingestWords,
  nightWords,
  number,
  speedRow,
  SPEED_HEAD,
  table,
  verdictRow,
  VERDICT_HEAD,
} from './print'
import { logIn, type Viewers } from './sessions'
import { measureSpeeds, type Pace, type Speed } from './speed'
import { summaryCases } from './summary-cases'
import { verdicts, type Verdict } from './verdicts'

export type BenchPlan = {
  patients: number
  /** How many patients the growth is measured to; null leaves it out. */
  growth: number | null
  teams: number
  /** How many of them are on a follow-up pathway; of the many that growth is measured to, as large a share. */
  followed: number
  pace: Pace
}

export type Figures = {
  speeds: Record<string, { page: Run; statements: Run | null; runs: Run[] }>
  /** How far the floor's own speed moved between runs: (most − least) ÷ median. */
  noise: number
  growth: Record<string, number>
  night: Night
  worklistBytes: number
  frameworkBytes: number
  memory: { webBytes: number; workerBytes: number }
  ingest: Ingest | null
  verdicts: Verdict[]
}

type Say = (line: string) => void

const FLOOR = 'log-in page'

/** Makes the data, runs everything, prints as it goes. Whatever it starts is handed to `keep`, which ends it. */
export async function runBench(plan: BenchPlan, keep: Keep, say: Say): Promise<Figures> {
  const server = await startBenchServer()
  keep.forNow({ name: 'The database', exited: server.exited, stop: server.stop })
  const database = await fill(server, plan, plan.patients, say)
  pointApplicationAt(database.urls)
  const viewers = await logIn(database, plan.pace.connections)
  const web = await serve(database, keep)
  const worker = work(database, web, keep)

  const speeds = await measureMain({ database, viewers, web }, plan, say)
  const memory = {
    webBytes: usageOfGroup(web.pid).residentBytes,
    workerBytes: usageOfGroup(worker).residentBytes,
  }
  const night = await measureNight(database, worker)
  say(nightWords(night))
  const worklistBytes = brotliBytes(await htmlOf(web, routes.worklist(), viewers))
  // Before there are ten times the people: the server tidies up behind their making for a long time, on a processor of two.
  const ingest = await measureIngest(database, plan.pace, keep)
  if (ingest) say(ingestWords(ingest))
  const growth = plan.growth
    ? await measureGrowth({ few: { database, viewers, web }, night, server, plan, keep, say })
    : {}
  await closeDatabase()
  return report({ speeds, memory, night, worklistBytes, growth, ingest }, say)
}

type Service = { database: BenchDatabase; viewers: Viewers; web: WebServer }

async function fill(
  server: BenchServer,
  plan: BenchPlan,
  patients: number,
  say: Say,
): Promise<BenchDatabase> {
  const before = performance.now()
  const followed = Math.round((patients * plan.followed) / plan.patients)
  const database = await server.fill({ patients, teams: plan.teams, followed })
  say(`${number(patients)} patients made in ${number((performance.now() - before) / 1000)} s`)
  return database
}

async function serve(database: BenchDatabase, keep: Keep): Promise<WebServer> {
  const web = await startWebServer(database.urls)
  keep.forNow({ name: 'The web server', exited: Promise.resolve(), stop: web.stop })
  return web
}

/** @returns the worker's process id */
function work({ urls }: BenchDatabase, { port }: WebServer, keep: Keep): number {
  const settings = { mode: 'demo', dev: false, port, host: '127.0.0.1', listens: false } as const
  const worker = startWorker(workerEnvironment(settings, urls), '.data/logs/bench-worker.log')
  keep.forNow(worker)
  return worker.pid ?? 0
}

/** One more page is a function beside `practiceHome` and a line here; its target is a line in `verdicts.ts`. */
async function measureMain({ database, viewers, web }: Service, plan: BenchPlan, say: Say): Promise<Speed[]> {
  const cases = [
    logInPage(),
    worklistPage(viewers),
    recordPage(viewers),
    practiceHome(viewers),
    dueReviewsPage(viewers),
    reviewFirstPage(viewers),
    followUpListPage(viewers),
    resultsPage(viewers),
    await reviewResultPage(viewers, database),
    filing(viewers, database),
    ...summaryCases(viewers),
    draftingSummary(viewers, database),
  ]
  const subjects = cases.map((one) => ({ case: one, web, appUrl: database.urls.app }))
  return measureSpeeds(subjects, plan.pace, true, say)
}

type Growth = { few: Service; night: Night; server: BenchServer; plan: BenchPlan; keep: Keep; say: Say }

/** The same pages on many more patients, in turn with those on few; and the nightly work, for each person. */
async function measureGrowth({
  few,
  night,
  server,
  plan,
  keep,
  say,
}: Growth): Promise<Record<string, number>> {
  const database = await fill(server, plan, plan.growth ?? 0, say)
  const viewers = await logIn(database, plan.pace.connections)
  const many = { database, viewers, web: await serve(database, keep) }
  const [onFew, onMany] = [await growingCases(few), await growingCases(many)]
  const subjects = onFew.flatMap((one, place) =>
    [
      { service: few, one },
      { service: many, one: onMany[place] ?? one },
    ].map(({ service: { web, database: asked }, one: page }) => ({
      case: page,
      web,
      appUrl: asked.urls.app,
    })),
  )
  const speeds = await measureSpeeds(subjects, plan.pace, false, say)
  const p95 = (place: number) => medianRun(speeds[place]?.pages ?? []).p95
  const later = await measureNight(database, work(database, many.web, keep))
  say(nightWords(later))
  return {
    ...Object.fromEntries(onFew.map(({ name }, place) => [name, p95(2 * place + 1) / p95(2 * place)])),
    'nightly work, a person': later.seconds / later.people / (night.seconds / night.people),
    'check of the ledger, a person':
      later.ledgerSeconds / later.people / (night.ledgerSeconds / night.people),
  }
}

async function growingCases({ viewers, database }: Service): Promise<BenchCase[]> {
  return [
    worklistPage(viewers),
    recordPage(viewers),
    followUpListPage(viewers),
    resultsPage(viewers),
    await reviewResultPage(viewers, database),
  ]
}

async function htmlOf(web: WebServer, path: string, { clinicians }: Viewers): Promise<string> {
  const page = await fetch(`${web.origin}${path}`, { headers: { cookie: clinicians[0]?.cookie ?? '' } })
  return page.text()
}

type Findings = Pick<Figures, 'memory' | 'night' | 'worklistBytes' | 'growth' | 'ingest'> & {
  speeds: Speed[]
}

function report({ speeds, memory, night, worklistBytes, growth, ingest }: Findings, say: Say): Figures {
  const medians = Object.fromEntries(speeds.map(({ name, pages }) => [name, medianRun(pages)]))
  const floor = medians[FLOOR] ?? medianRun([])
  const weights = pageWeights()
  const memoryBytes = memory.webBytes + memory.workerBytes
  const found = verdicts({ pages: medians, growth, night, worklistBytes, weights, memoryBytes, ingest })
  const rows = speeds.map(({ name, pages, statements }) =>
    speedRow(name, medianRun(pages), statements.length > 0 ? medianRun(statements) : undefined, floor),
  )
  const noise = spreadOf(speeds.find(({ name }) => name === FLOOR)?.pages ?? [])
  const frameworkBytes = bareFrameworkBytes()
  say(`\n${table(SPEED_HEAD, rows)}\n`)
  say(table(VERDICT_HEAD, found.map(verdictRow)))
  say(`\nThe log-in page's own speed moved by ${number(100 * noise)} % between runs.`)
  say(`The bare framework's scripts are ${number(frameworkBytes / 1000, 1)} kB after gzip.`)
  return {
    speeds: Object.fromEntries(
      speeds.map(({ name, pages, statements }) => [
        name,
        {
          page: medianRun(pages),
          statements: statements.length > 0 ? medianRun(statements) : null,
          runs: pages,
        },
      ]),
    ),
    noise,
    growth,
    night,
    worklistBytes,
    frameworkBytes,
    memory,
    ingest,
    verdicts: found,
  }
}

function spreadOf(runs: readonly Run[]): number {
  const speeds = runs.map(({ requestsPerSecond }) => requestsPerSecond)
  return (Math.max(...speeds) - Math.min(...speeds)) / medianRun(runs).requestsPerSecond
}
