import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { queueMessages } from '@/lib/messages/queue-messages'
import type { Child } from '@/lib/operations/child-process'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { bareEnvironment } from '@/lib/operations/environment'
import { startWorker } from '@/lib/operations/serve'
import { addMonths } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import { closeDatabase } from '@/lib/platform/database'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { publishedFirstVersions } from '@/tests/factories/protocols'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { pointApplicationAt } from './application-settings'
import { startCountingNotify } from './counting-notify'
import { keepSessionsAlive, quietPool, startCrashServer } from './crash-server'
import { between, seeded } from './random'
import { emptyReport, type CrashPlan, type CrashReport } from './report'

/** Half of each kind; beside them, in each round, the letters about a test that somebody's pathway has due. */
const MESSAGES_A_ROUND = 4
const SENT_BEFORE = [1, 3] as const
const LATER_MS = [0, 120] as const
/** A welcome and a letter that the test is due, each with a notice. */
const LETTERS_AND_NOTICES = 4
const PATIENCE_MS = 90_000
const SERVICE = '11111111-1111-4111-8111-111111111111'

type Place = { actor: Actor; patientId: string; team: string }
type Setting = Place & {
  superuser: Pool
  start: () => Child
  report: CrashReport
  ids: string[]
  /** People with a test due, whom the nightly work writes to. */
  due: string[]
}

/**
 * Kills the worker outright while it sends text messages, emails and letters and writes the letters about tests that are
 * due, starts it again, and looks for messages that went twice, or never, and for letters that were not written.
 */
export async function crashWorker(plan: CrashPlan): Promise<CrashReport> {
  const server = await startCrashServer()
  pointApplicationAt(server.urls)
  process.env.ALONGSIDE_LETTERS = 'notify'
  const superuser = quietPool(server.superuserUrl)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-crash-outbox-'))
  const notify = await startCountingNotify()
  const report = emptyReport()
  try {
    const start = () => startWorker(settingsOf(server.urls, folder, notify.url), path.join(folder, 'log'))
    const place = await admit(server.urls.owner, superuser)
    await publishedFirstVersions(superuser, 'ZT101')
    const setting: Setting = { ...place, superuser, start, report, ids: [], due: [] }
    const random = seeded(plan.seed)
    while (report.rounds < plan.rounds) {
      const moment = { sent: between(random, ...SENT_BEFORE), laterMs: between(random, ...LATER_MS) }
      await oneRound(setting, moment)
      plan.progress?.(report)
    }
    await sendTheRest(setting)
    report.faults.push(...(await faultsOf(setting, folder, notify.times)))
    return report
  } finally {
    await closeDatabase()
    await superuser.end()
    await notify.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function oneRound(setting: Setting, moment: { sent: number; laterMs: number }): Promise<void> {
  const { report, superuser } = setting
  await keepSessionsAlive(superuser)
  await queueSome(setting)
  await fallDue(setting)
  const before = await countSent(superuser)
  const worker = setting.start()
  await until(async () => (await countSent(superuser)) >= before + moment.sent)
  await sleep(moment.laterMs)
  if (worker.pid) process.kill(-worker.pid, 'SIGKILL')
  await worker.exited
  report.rounds += 1
  report.cutOff += await countInterrupted(superuser)
  report.acknowledged = await countSent(superuser)
  await letTimePass(superuser)
}

async function queueSome({ actor, patientId, team, ids }: Setting): Promise<void> {
  const messages = Array.from({ length: MESSAGES_A_ROUND }, (_message, place) => ({
    patientId,
    teamId: team,
    about: `crash ${ids.length + place}`,
    notBefore: now(),
    channel: place % 2 === 0 ? ('text_message' as const) : ('email' as const),
    template: 'please_call' as const,
  }))
  ids.push(...(await asActor(actor, (tx) => queueMessages(tx, actor.staffId, messages))))
}

/** Somebody's test comes into its window, and night falls. */
async function fallDue({ actor, team, superuser, due }: Setting): Promise<void> {
  const patientId = await admittedPatient(actor, team)
  await makeReachable(superuser, patientId)
  await onPathway(actor, patientId, { ...AFTER_PROSTATE_SURGERY, anchorOn: addMonths(today(), -6) })
  due.push(patientId)
  await superuser.query(`select graphile_worker.add_job('write_letters', job_key => 'write_letters')`)
}

/**
 * The last worker is not killed: it finishes what all the others left, and what that left for working hours. After 200 rounds
 * that is a thousand messages: it has as long as it gets on.
 */
async function sendTheRest({ start, superuser, due }: Setting): Promise<void> {
  await superuser.query(`select graphile_worker.add_job('write_letters', job_key => 'write_letters')`)
  const worker = start()
  await whileItGetsOn(superuser, async () => (await peopleRemindedOf(superuser)) >= due.length)
  await whileItGetsOn(superuser, async () => {
    await superuser.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`)
    return (await countSent(superuser)) >= (await countMessages(superuser))
  })
  await worker.stop()
}

/** Waits until it is so, or nothing more was written or sent for as long as anybody waits. */
async function whileItGetsOn(superuser: Pool, isSo: () => Promise<boolean>): Promise<void> {
  const done = async () => (await countMessages(superuser)) + (await countSent(superuser))
  for (let before = -1, after = await done(); after > before && !(await isSo()); after = await done()) {
    before = after
    await until(async () => (await isSo()) || (await done()) > before)
  }
}

async function faultsOf(
  { superuser, ids, due }: Setting,
  folder: string,
  times: ReadonlyMap<string, number>,
): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => name !== 'log')
  const { rows } = await superuser.query<{ id: string; channel: string; sent: number; others: number }>(
    `select message.id, message.channel, count(*) filter (where kind = 'sent')::int as sent,
       count(*) filter (where kind in ('uncertain', 'stopped'))::int as others
     from message left join message_event as said on said.message_id = message.id group by message.id`,
  )
  const emails = rows.filter(({ channel }) => channel === 'email').length
  const expected = ids.length + due.length * LETTERS_AND_NOTICES
  return [
    ...(rows.length === expected ? [] : [`${rows.length} messages of ${expected}`]),
    ...(files.length === emails ? [] : [`${files.length} files in the outbox for ${emails} emails`]),
    ...rows.flatMap(({ id, channel, sent, others }) => {
      const left = channel === 'email' ? Number(files.includes(`${id}.json`)) : (times.get(id) ?? 0)
      return left === 1 && sent === 1 && others === 0
        ? []
        : [
            `${channel} ${id}: left ${left} times, recorded as sent ${sent} times, as something else ${others} times`,
          ]
    }),
  ]
}

async function countSent(superuser: Pool): Promise<number> {
  const { rows } = await superuser.query<{ sent: number }>(
    `select count(*)::int as sent from message_event where kind = 'sent'`,
  )
  return rows[0]?.sent ?? 0
}

async function countMessages(superuser: Pool): Promise<number> {
  const { rows } = await superuser.query<{ all: number }>(`select count(*)::int as "all" from message`)
  return rows[0]?.all ?? 0
}

/** Those to whom a letter was written that their test is due. */
async function peopleRemindedOf(superuser: Pool): Promise<number> {
  const { rows } = await superuser.query<{ people: number }>(
    `select count(distinct patient_id)::int as people from message where about like 'test_due:%'`,
  )
  return rows[0]?.people ?? 0
}

/** Those that were being handed over when the worker died. */
async function countInterrupted(superuser: Pool): Promise<number> {
  const { rows } = await superuser.query<{ interrupted: number }>(
    `select count(*)::int as interrupted from message where exists (select from message_event where message_id = message.id and kind = 'handing_over')
     and not exists (select from message_event where message_id = message.id and kind = 'sent')`,
  )
  return rows[0]?.interrupted ?? 0
}

/** As if the minute had gone by after which a worker that says nothing is taken for dead. */
async function letTimePass(superuser: Pool): Promise<void> {
  await superuser.query(`update graphile_worker.heartbeat set seen_at = now() - interval '1 hour'`)
  await superuser.query(
    `update graphile_worker._private_jobs set run_at = now(), locked_at = locked_at - interval '1 hour'`,
  )
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isSo()) && performance.now() < deadline) await sleep(5)
}

async function admit(ownerUrl: string, superuser: Pool): Promise<Place> {
  const owner = quietPool(ownerUrl)
  try {
    const actor = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    const team = await teamId(owner, 'ZT101-BREAST')
    const patientId = await admittedPatient(actor, team)
    await makeReachable(superuser, patientId)
    return { actor, patientId, team }
  } finally {
    await owner.end()
  }
}

async function makeReachable(superuser: Pool, patientId: string): Promise<void> {
  await superuser.query(
    `update patient set mobile_telephone = '07700900123', email = 'anne@example.org', address_line_1 = '1 High Street',
       postcode = 'ZZ99 3VZ' where id = $1`,
    [patientId],
  )
}

function settingsOf(urls: ConnectionUrls, folder: string, notifyUrl: string) {
  return {
    ...bareEnvironment(),
    DATABASE_WORKER_URL: urls.worker,
    ALONGSIDE_LOG_LEVEL: 'error',
    ALONGSIDE_OUTBOX: folder,
    ALONGSIDE_TEXT_MESSAGES: 'notify',
    ALONGSIDE_LETTERS: 'notify',
    ALONGSIDE_NOTIFY_URL: notifyUrl,
    ALONGSIDE_NOTIFY_KEY: `crash-${SERVICE}-${SERVICE}`,
    ALONGSIDE_NOTIFY_EMAIL_TEMPLATE: 'email',
    ALONGSIDE_NOTIFY_TEXT_TEMPLATE: 'text',
  }
}
