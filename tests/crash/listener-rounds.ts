import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Child } from '@/lib/operations/child-process'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { freePort } from '@/lib/operations/database/free-port'
import { bareEnvironment } from '@/lib/operations/environment'
import { startListener } from '@/lib/operations/serve'
import { today } from '@/lib/platform/clock'
import { closeDatabase } from '@/lib/platform/database'
import { hl7Message, psa } from '@/tests/factories/hl7-messages'
import { admittedPatient, nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { MllpClient } from '@/tests/support/mllp-client'
import { pointApplicationAt } from './application-settings'
import { quietPool, startCrashServer } from './crash-server'
import { between, seeded } from './random'
import { emptyReport, type CrashPlan, type CrashReport } from './report'

const ORGANISATION = 'ZT101'
const PEOPLE = 25
/** Several commits' worth are under way, so that some are done, one is in the middle and some not begun. */
const MESSAGES_UNDER_WAY = 250
const LEAST_NEW = 50
const ANSWERED_BEFORE = [0, 120] as const
const LATER_MS = [0, 60] as const
/** Of those acknowledged, how many are sent again in the round after. */
const REPEATED = 20
const PATIENCE_MS = 60_000

type Sent = { controlId: string; text: string; isAcknowledged: boolean }
type Setting = {
  superuser: Pool
  numbers: string[]
  log: string
  urls: ConnectionUrls
  report: CrashReport
  sent: Sent[]
}

/**
 * Kills the listener outright while it takes messages in, starts it again, lets the laboratory send again what was not
 * acknowledged and some that was, and looks for messages that were acknowledged and are not there, or are there twice.
 */
export async function crashListener(plan: CrashPlan): Promise<CrashReport> {
  const server = await startCrashServer()
  pointApplicationAt(server.urls)
  const superuser = quietPool(server.superuserUrl)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-crash-listener-'))
  const report = emptyReport()
  try {
    const numbers = await admit(server.urls.owner)
    const setting = { superuser, numbers, log: path.join(folder, 'log'), urls: server.urls, report, sent: [] }
    const random = seeded(plan.seed)
    while (report.rounds < plan.rounds) {
      await oneRound(setting, between(random, ...ANSWERED_BEFORE), between(random, ...LATER_MS))
      plan.progress?.(report)
    }
    await sendTheRest(setting)
    report.faults.push(...(await faultsOf(setting)))
    return report
  } finally {
    await closeDatabase()
    await superuser.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function oneRound(setting: Setting, answers: number, laterMs: number): Promise<void> {
  const { report, sent } = setting
  const before = performance.now()
  const { child, client } = await start(setting)
  report.recovery.push(performance.now() - before)
  const again = sent.filter((one) => !one.isAcknowledged)
  const repeated = sent.filter((one) => one.isAcknowledged).slice(-REPEATED)
  const added = newMessages(setting, Math.max(LEAST_NEW, MESSAGES_UNDER_WAY - again.length))
  const inFlight = [...again, ...repeated, ...added]
  // Every other time the laboratory has lost its line: it hears of nothing that is done.
  const isDeaf = report.rounds % 2 === 1
  if (isDeaf) client.socket.pause()
  const stored = await countStored(setting)
  client.send(...inFlight.map(({ text }) => text))
  if (isDeaf) await until(async () => (await countStored(setting)) > stored)
  else await until(() => client.acknowledgements.length >= answers)
  await sleep(laterMs)
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await child.exited
  if (isDeaf) client.leave()
  else await client.closed()
  report.faults.push(...takeAnswers(inFlight, client))
  report.rounds += 1
  report.acknowledged = sent.filter((one) => one.isAcknowledged).length
  await lookAfterCrash(setting, inFlight)
}

/** What was acknowledged is there; of what was not, some may be. */
async function lookAfterCrash(
  { superuser, report, sent }: Setting,
  inFlight: readonly Sent[],
): Promise<void> {
  const { rows } = await superuser.query<{ id: string }>('select control_id as id from inbound_message')
  const stored = new Set(rows.map(({ id }) => id))
  const lost = sent.filter((one) => one.isAcknowledged && !stored.has(one.controlId))
  report.faults.push(...lost.map(({ controlId }) => `acknowledged and not there: ${controlId}`))
  const unknown = inFlight.filter((one) => !one.isAcknowledged)
  report.cutOff += unknown.length
  report.doneUnknown += unknown.filter(({ controlId }) => stored.has(controlId)).length
}

/** The last listener is not killed: it takes all that the others left, and everything that they took once more. */
async function sendTheRest(setting: Setting): Promise<void> {
  const { child, client } = await start(setting)
  client.send(...setting.sent.map(({ text }) => text))
  await client.answered(setting.sent.length)
  setting.report.faults.push(...takeAnswers(setting.sent, client))
  client.leave()
  await child.stop()
}

/** Answers come in the order of the messages, and say that they were taken. @returns what is wrong with them */
function takeAnswers(inFlight: readonly Sent[], { acknowledgements }: MllpClient): string[] {
  return acknowledgements.flatMap((segments, place) => {
    const [, code, controlId] = segments.find((one) => one.startsWith('MSA'))?.split('|') ?? []
    const message = inFlight[place]
    if (!message || code !== 'AA' || controlId !== message.controlId)
      return [`answer ${place} is ${code} ${controlId}, to ${message?.controlId}`]
    message.isAcknowledged = true
    return []
  })
}

/** Each message and its result once, with one entry in the access log each, in chains that hold. */
async function faultsOf({ superuser, sent }: Setting): Promise<string[]> {
  const { rows } = await superuser.query<{ fault: string }>(
    `with wanted as (select unnest($1::text[]) as id), found as (
       select message.control_id as id, count(distinct message.id)::int as messages, count(distinct result.id)::int as results,
         count(distinct received.id)::int as received, count(distinct filed.id)::int as filed
       from inbound_message as message left join result on result.message_id = message.id
       left join access_log as received on received.entity_id = message.id and received.event = 'message.received'
       left join access_log as filed on filed.entity_id = result.id and filed.event = 'result.filed'
       group by message.control_id
     )
     select format('%s: %s messages, %s results, %s and %s entries in the access log', coalesce(wanted.id, found.id), messages, results, received, filed) as fault
     from wanted full join found using (id)
     where wanted.id is null or (messages, results, received, filed) is distinct from (1, 1, 1, 1)
     union all select format('twice: order %s', order_number) from result group by order_number having count(*) > 1
     union all select format('left to a person: %s', why) from unmatched_result
     union all select format('a result without its judgement: %s', id) from result
       where not exists (select from result_judgement as judgement where judgement.result_id = result.id)
     union all select format('a result whose review nobody owes: %s', id) from result
       where not exists (select from task where task.subject_id = result.id and task.kind = 'review_result' and task.closed_at is null)
     union all select format('chain %s, entry %s: %s', chain, sequence, fault) from access.verify_access_log()`,
    [sent.map(({ controlId }) => controlId)],
  )
  return rows.map(({ fault }) => fault)
}

async function countStored({ superuser }: Setting): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>('select count(*)::int as n from inbound_message')
  return rows[0]?.n ?? 0
}

function newMessages({ numbers, sent }: Setting, count: number): Sent[] {
  const takenAt = `${today().replaceAll('-', '')}0005`
  const added = Array.from({ length: count }, (_message, place): Sent => {
    const controlId = `CRASH-${sent.length + place}`
    const pid = `PID|1||${numbers[place % numbers.length]}^^^NHS^NH||Smith^Anne||19610203|F`
    const segments = [pid, ...psa('<0.01', { takenAt, filler: `ORDER-${sent.length + place}` })]
    return { controlId, text: hl7Message({ controlId, segments }), isAcknowledged: false }
  })
  sent.push(...added)
  return added
}

async function start({ urls, log }: Setting): Promise<{ child: Child; client: MllpClient }> {
  const port = await freePort()
  const child = startListener(
    {
      ...bareEnvironment(),
      DATABASE_WORKER_URL: urls.worker,
      ALONGSIDE_LOG_LEVEL: 'error',
      ALONGSIDE_MLLP_PORT: String(port),
      ALONGSIDE_MLLP_ORGANISATION: ORGANISATION,
    },
    log,
  )
  let client: MllpClient | undefined
  await until(async () => {
    client = await MllpClient.connect(port).catch(() => undefined)
    return client !== undefined
  })
  if (!client) throw new Error('the listener did not start')
  return { child, client }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isSo()) && performance.now() < deadline) await sleep(5)
}

/** @returns the NHS numbers of people in care */
async function admit(ownerUrl: string): Promise<string[]> {
  const owner = quietPool(ownerUrl)
  try {
    const actor = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    const team = await teamId(owner, 'ZT101-BREAST')
    const numbers = Array.from({ length: PEOPLE }, () => nextNhsNumber())
    for (const nhsNumber of numbers) await admittedPatient(actor, team, { nhsNumber })
    return numbers
  } finally {
    await owner.end()
  }
}
