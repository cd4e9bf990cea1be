import type { Pool } from 'pg'
import { buildIfNeeded } from '@/lib/operations/build'
import { closeDatabase } from '@/lib/platform/database'
import { routes } from '@/lib/platform/routes'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { admittedPatient } from '@/tests/factories/patients'
import { employ, openSession, teamId } from '@/tests/factories/people-who-work'
import { formOf, postForm } from '@/tests/support/posted-form'
import { sessionCookie } from '@/tests/support/session-cookie'
import { startWebServer, type WebServer } from '@/tests/support/web-server'
import { pointApplicationAt } from './application-settings'
import { quietPool, startCrashServer } from './crash-server'
import type { Answer, Attempt } from './journal'
import { between, seeded } from './random'
import { emptyReport, type CrashPlan, type CrashReport } from './report'
import { settle, untilMoment, type Moment } from './settle'
import type { Spell } from './writers'

const BROWSERS = 8
const PATIENTS = 80
const ANSWERS = [2, 20] as const
const LATER_MS = [0, 60] as const

type Setting = {
  superuser: Pool
  web: WebServer
  cookie: string
  patients: readonly string[]
  report: CrashReport
}

/** Kills the web server outright while eight browsers post forms, starts it again, and looks for what was lost or torn. */
export async function crashApp(plan: CrashPlan): Promise<CrashReport> {
  await buildIfNeeded('.data/logs/build.log', () => undefined)
  const server = await startCrashServer()
  pointApplicationAt(server.urls)
  const superuser = quietPool(server.superuserUrl)
  const report = emptyReport()
  let web: WebServer | undefined
  try {
    const caseload = await admitCaseload(server.urls.owner)
    web = await startWebServer(server.urls)
    const random = seeded(plan.seed)
    while (report.rounds < plan.rounds) {
      const moment = { answers: between(random, ...ANSWERS), laterMs: between(random, ...LATER_MS) }
      await oneRound({ superuser, web, report, ...caseload }, moment, async () => {
        const before = performance.now()
        web = await startWebServer(server.urls, web?.port)
        report.recovery.push(performance.now() - before)
      })
      plan.progress?.(report)
    }
    return report
  } finally {
    await web?.stop()
    await superuser.end()
    await server.stop()
  }
}

async function oneRound(setting: Setting, moment: Moment, restart: () => Promise<void>): Promise<void> {
  const journal: Attempt[] = []
  const spell: Spell = { isOver: false }
  const posting = Promise.allSettled(
    Array.from({ length: BROWSERS }, (_browser, place) => postUntilOver(setting, place, spell, journal)),
  )
  await untilMoment(journal, moment)
  spell.isOver = true
  await setting.web.kill()
  const endings = await posting
  await restart()
  await settle(setting.report, setting.superuser, journal, endings)
}

/** Offers an assessment to one person after another, by opening the page and posting its form. */
async function postUntilOver(
  setting: Setting,
  place: number,
  spell: Spell,
  journal: Attempt[],
): Promise<void> {
  for (let turn = place; !spell.isOver; turn += BROWSERS) {
    const patientId = setting.patients[turn % setting.patients.length] ?? ''
    try {
      const attempt = await fillIn(setting, patientId)
      journal.push(attempt)
      attempt.answer = await attempt.repeat()
    } catch (error) {
      if (!spell.isOver) throw error
    }
  }
}

async function fillIn({ web, cookie }: Setting, patientId: string): Promise<Attempt> {
  const { origin } = web
  const address = `${origin}${routes.offerNeedsAssessment(patientId)}`
  const page = await fetch(address, { headers: { cookie } })
  const blank = formOf(await page.text(), 'name="submissionId"')
  const fields = { ...blank, outcome: 'accepted', pathwayPoint: 'initial_diagnosis' }
  return {
    kind: 'offer',
    submissionId: blank.submissionId ?? '',
    patientId,
    repeat: async (): Promise<Answer> => {
      const { status, headers } = await postForm(address, fields, { cookie, origin })
      if (status !== 303) throw new Error(`the form was answered with ${status}`)
      return { location: headers.get('location') ?? '' }
    },
  }
}

async function admitCaseload(ownerUrl: string): Promise<{ cookie: string; patients: string[] }> {
  const owner = quietPool(ownerUrl)
  try {
    const staffId = await employ(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    const { token, tokenHash } = await openSession(owner, staffId)
    const actor = await actorOfSession(tokenHash)
    const team = await teamId(owner, 'ZT101-BREAST')
    if (!actor) throw new Error('the session just opened is not live')
    const patients: string[] = []
    while (patients.length < PATIENTS) patients.push(await admittedPatient(actor, team))
    return { cookie: await sessionCookie(token), patients }
  } finally {
    await owner.end()
    await closeDatabase()
  }
}
