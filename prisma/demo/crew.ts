import { Pool } from 'pg'
import type { Actor } from '@/lib/access/actor'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { employ, openSession } from '@/tests/factories/people-who-work'
import { DEMO_ACCOUNTS } from './demo-accounts'
import { DEMO_COLLEAGUES } from './demo-colleagues'

/** The team codes that demo data is told about. */
export const DEMO_TEAMS = ['ZT101-BREAST', 'ZT101-UROLOGY', 'ZT101-COLORECTAL', 'ZT102-BREAST'] as const
export type DemoTeam = (typeof DEMO_TEAMS)[number]

/** Everybody who does something in the demo data, at work: each with a session that lasts until it is loaded. */
export type Crew = {
  /** By given name, in lower case. */
  named(givenName: string): Actor
  clinicianOf(team: DemoTeam): Actor
  workerOf(team: DemoTeam): Actor
  /** The GP or nurse of a practice, by the id of its team; undefined where none has an account. */
  practitionerOf(teamId: string): Actor | undefined
  teamId(code: string): string
  /** Ends the sessions. */
  goHome(): Promise<void>
}

const CLINICIANS: Record<DemoTeam, string> = {
  'ZT101-BREAST': 'beryl',
  'ZT101-UROLOGY': 'olu',
  'ZT101-COLORECTAL': 'hannah',
  'ZT102-BREAST': 'tomasz',
}
const WORKERS: Record<DemoTeam, string> = {
  'ZT101-BREAST': 'samir',
  'ZT101-UROLOGY': 'megan',
  'ZT101-COLORECTAL': 'ellie',
  'ZT102-BREAST': 'joanne',
}
const PRACTITIONERS = ['priya', 'carol']

/** Puts the colleagues in, who must not be there yet. */
export async function employColleagues(ownerUrl: string): Promise<void> {
  const owner = new Pool({ connectionString: ownerUrl, max: 1 })
  for (const colleague of DEMO_COLLEAGUES) await employ(owner, colleague)
  await owner.end()
}

/** Opens a session for everybody. The demo accounts and the colleagues must be there. */
export async function crewAtWork(ownerUrl: string): Promise<Crew> {
  const owner = new Pool({ connectionString: ownerUrl, max: 2 })
  const actors = await actorsOf(owner)
  const teams = await owner.query<{ id: string; code: string }>('select id, code from team')
  const teamIds = new Map(teams.rows.map(({ id, code }) => [code, id]))
  const named = (givenName: string) => present(actors.get(givenName), givenName)
  return {
    named,
    clinicianOf: (team) => named(CLINICIANS[team]),
    workerOf: (team) => named(WORKERS[team]),
    practitionerOf: (teamId) =>
      PRACTITIONERS.map(named).find(({ memberships }) => memberships.some((team) => team.teamId === teamId)),
    teamId: (code) => present(teamIds.get(code), code),
    goHome: () => endSessions(owner, [...actors.values()]),
  }
}

async function actorsOf(owner: Pool): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>()
  for (const { email, givenName } of [...DEMO_ACCOUNTS, ...DEMO_COLLEAGUES]) {
    const { rows } = await owner.query<{ id: string }>('select id from staff where email = $1', [email])
    const { tokenHash } = await openSession(owner, present(rows[0], email).id)
    actors.set(givenName.toLowerCase(), present(await actorOfSession(tokenHash), email))
  }
  return actors
}

async function endSessions(owner: Pool, actors: readonly Actor[]): Promise<void> {
  await owner.query(
    `update staff_session set ended_at = now(), ended_reason = 'demo data loaded' where id = any($1::uuid[])`,
    [actors.map(({ sessionId }) => sessionId)],
  )
  await owner.end()
}

function present<Thing>(thing: Thing | null | undefined, name: string): Thing {
  if (thing == null) throw new Error(`demo data: ${name} is not there`)
  return thing
}
