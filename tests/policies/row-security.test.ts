import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { RELATIONS, ROLES, type Relation, type Role } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { actorAtWork, teamId, type StaffPlan } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { cells, nameOf, type Cell } from './cells'
import { situate, type Situation } from './patient-situations'
import { FURTHER_PROBES } from './further-probes'
import type { Probe, Probes } from './probe'
import { PROBES } from './probes'

const PLANS: Record<Role, StaffPlan> = {
  clinician: { teams: { 'ZT101-BREAST': 'clinician' } },
  support_worker: { teams: { 'ZT101-BREAST': 'support_worker' } },
  gp: { teams: { Z90001: 'gp' } },
  programme_lead: { organisations: { ZT101: 'programme_lead' } },
  privacy_officer: { organisations: { ZT101: 'privacy_officer' } },
  admin: { organisations: { ZT101: 'admin' } },
}

describe('row-level security and the access table', () => {
  let database: TestDatabase
  const actors = new Map<Role, Actor>()
  const situations = new Map<string, Situation>()
  const teams: Record<string, string> = {}

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    for (const code of [
      'ZT101-BREAST',
      'ZT101-UROLOGY',
      'ZT102-BREAST',
      'ZT102-COLORECTAL',
      'Z90001',
      'Z90002',
      'ZC201-THERAPIES',
    ])
      teams[code] = await teamId(owner, code)
    teams.branch = uuidv7()
    await owner.query(
      `insert into team (id, organisation_id, code, name, kind) select $1, organisation_id, 'Z90001-BRANCH', 'Branch', 'practice' from team where code = 'Z90001'`,
      [teams.branch],
    )
    for (const role of ROLES) {
      const actor = await actorAtWork(owner, PLANS[role])
      actors.set(role, actor)
      for (const relation of RELATIONS)
        situations.set(`${role} ${relation}`, await situationFor(role, actor, relation))
    }
  })
  afterAll(() => database.drop())

  function situationFor(role: Role, actor: Actor, relation: Relation): Promise<Situation> {
    const practice = role === 'gp'
    return situate(database.superuser, actor, relation, {
      own: teams[practice ? 'Z90001' : 'ZT101-BREAST'] ?? '',
      sameOrganisation: (practice ? teams.branch : teams['ZT101-UROLOGY']) ?? '',
      elsewhere: teams[practice ? 'Z90002' : 'ZT102-BREAST'] ?? '',
      hospital: teams['ZT102-BREAST'] ?? '',
      furtherHospital: teams['ZT102-COLORECTAL'] ?? '',
      practice: teams.Z90001 ?? '',
      otherPractice: teams.Z90002 ?? '',
    })
  }

  async function outcomeOf(
    client: PoolClient,
    { role, relation, verb }: Cell,
    walked: Probes,
  ): Promise<boolean | null> {
    const probeFor = walked[verb === 'print' ? 'read' : verb]
    const actor = actors.get(role)
    const situation = situations.get(`${role} ${relation}`)
    if (!probeFor || !actor || !situation) return null
    const ownTeamId = teams[role === 'gp' ? 'Z90001' : 'ZT101-BREAST'] ?? ''
    const context = {
      ...situation,
      ownTeamId,
      staffId: actor.staffId,
      newTeamId: teams['ZC201-THERAPIES'] ?? '',
    }
    return attempt(client, actor, probeFor(context))
  }

  it('agree in every cell that the database decides, as role app', async () => {
    const client = await database.pools.app.connect()
    const differences: string[] = []
    let probes = 0
    let undecided = 0
    for (const cell of cells) {
      const outcome = await outcomeOf(client, cell, PROBES[cell.entity])
      if (outcome === null) {
        // What the database is never asked to do must not be promised by the table either.
        if (cell.allowed && !(cell.entity === 'patient' && cell.verb === 'create'))
          differences.push(`${nameOf(cell)}: allowed, and nothing probes it`)
        undecided++
        continue
      }
      probes++
      if (cell.verb === 'print' ? outcome < cell.allowed : outcome !== cell.allowed)
        differences.push(`${nameOf(cell)}: the database says ${outcome}`)
    }
    client.release()
    process.stdout.write(
      `row-level security: ${probes} probes, ${undecided} cells without a statement, ${differences.length} differences\n`,
    )
    expect(differences).toEqual([])
  }, 120_000)

  it('tells a practice of its own open tasks alone, by whatever relation it asks', async () => {
    const client = await database.pools.app.connect()
    const gp = actors.get('gp')
    const kinds = async (relation: string, kind: string) => {
      const patientId = situations.get(`gp ${relation}`)?.patientId
      const text = 'select 1 from access.open_tasks_of($1) where kind = $2::task_kind'
      return gp ? attempt(client, gp, { text, values: [patientId, kind] }) : null
    }
    expect(await kinds('care', 'read_shared_plan')).toBe(true)
    for (const relation of RELATIONS) expect(await kinds(relation, 'offer_assessment')).toBe(false)
    client.release()
  })

  it('lets nobody but a clinician review a result that was judged to be out of range', async () => {
    const client = await database.pools.app.connect()
    const confirms = async (role: Role) => {
      const actor = actors.get(role)
      const situation = situations.get(`${role} care`)
      const text = `insert into result_review (id, patient_id, result_id, team_id, decision, reviewed_on) values (uuidv7(), $1, $2, $3, 'in_range', current_date)`
      const values = [situation?.patientId, situation?.resultId, teams['ZT101-BREAST']]
      return actor ? attempt(client, actor, { text, values }) : null
    }
    expect(await confirms('clinician')).toBe(true)
    expect(await confirms('support_worker')).toBe(false)
    client.release()
  })

  it('agree too in the other tables that an entity covers', async () => {
    const client = await database.pools.app.connect()
    const differences: string[] = []
    for (const { entity, table, probes } of FURTHER_PROBES)
      for (const cell of cells.filter((one) => one.entity === entity && one.verb !== 'print')) {
        const outcome = await outcomeOf(client, cell, probes)
        if (outcome !== null && outcome !== cell.allowed)
          differences.push(`${nameOf(cell)}, ${table}: the database says ${outcome}`)
      }
    client.release()
    expect(differences).toEqual([])
  })

  it('shows nothing at all to a session that has ended, an account that is disabled, or no session', async () => {
    const owner = database.pools.owner
    const ended = await actorAtWork(owner, PLANS.clinician)
    const disabled = await actorAtWork(owner, PLANS.clinician)
    const idle = await actorAtWork(owner, PLANS.clinician)
    await owner.query('update staff_session set ended_at = now() where id = $1', [ended.sessionId])
    await owner.query('update staff set disabled_at = now() where id = $1', [disabled.staffId])
    await owner.query("update staff_session set last_seen_at = now() - interval '21 minutes' where id = $1", [
      idle.sessionId,
    ])
    const client = await database.pools.app.connect()
    const patientId = situations.get('clinician care')?.patientId
    const probe = { text: 'select 1 from patient where id = $1', values: [patientId] }
    for (const actor of [ended, disabled, idle]) expect(await attempt(client, actor, probe)).toBe(false)
    expect((await client.query(probe)).rowCount).toBe(0)
    client.release()
  })

  it('refuses to move a row to another patient, team or owner than one could write', async () => {
    const client = await database.pools.app.connect()
    const clinician = actors.get('clinician')
    const mine = situations.get('clinician care')
    const theirs = situations.get('clinician elsewhere')
    if (!clinician || !mine || !theirs) throw new Error('no situation')
    const moves: Probe[] = [
      {
        text: 'update key_contact set patient_id = $1 where id = $2',
        values: [theirs.patientId, mine.keyContactId],
      },
      {
        text: 'update diagnosis set patient_id = $1 where id = $2',
        values: [theirs.patientId, mine.diagnosisId],
      },
      {
        text: 'update plan_item set patient_id = $1 where id = $2',
        values: [theirs.patientId, mine.planItemId],
      },
      { text: 'update task set team_id = $1 where id = $2', values: [theirs.teamId, mine.taskId] },
      {
        text: 'update care_relationship set team_id = $1 where id = $2',
        values: [theirs.teamId, mine.relationshipId],
      },
      { text: 'update draft set patient_id = $1 where id = $2', values: [theirs.patientId, mine.draftId] },
      {
        text: 'insert into care_relationship (id, patient_id, team_id, basis, started_on) values (uuidv7(), $1, $2, $$referral$$, current_date)',
        values: [theirs.patientId, mine.teamId],
      },
      { text: 'update patient set nhs_number = nhs_number where id = $1', values: [theirs.patientId] },
      {
        text: `insert into clinical_row_version (id, patient_id, entity, entity_id, version, content, replaced_at) values (uuidv7(), $1, 'diagnosis', $2, 2, '{}', now())`,
        values: [mine.patientId, mine.diagnosisId],
      },
    ]
    for (const move of moves) expect(await attempt(client, clinician, move), move.text).toBe(false)
    client.release()
  })
})

/** Runs a probe as the actor and takes everything back. */
async function attempt(client: PoolClient, actor: Actor, probe: Probe): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query("select set_config('app.session', $1, true)", [actor.sessionId])
    const { rowCount } = await client.query(probe.text, probe.values)
    return (rowCount ?? 0) > 0
  } catch (error) {
    const code = Reflect.get(Object(error), 'code')
    if (code !== '42501') throw error
    return false
  } finally {
    await client.query('rollback')
  }
}
