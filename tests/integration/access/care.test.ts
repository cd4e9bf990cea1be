import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { hotRead } from '@/lib/access/hot-read'
import { recordAccess, recordEveryAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('care', () => {
  let database: TestDatabase
  let clinician: Actor
  let stranger: Actor
  let gp: Actor
  let breast: string
  let patientId: string

  beforeAll(async () => {
    database = await freshApplication()
    breast = await teamId(database.pools.owner, 'ZT101-BREAST')
    clinician = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    stranger = await actorAtWork(database.pools.owner, { teams: { 'ZT101-UROLOGY': 'clinician' } })
    gp = await actorAtWork(database.pools.owner, { teams: { Z90001: 'gp' } })
    patientId = await admittedPatient(clinician, breast)
  })
  afterAll(() => database.drop())

  const open = (actor: Actor) =>
    asActor(actor, (tx) => openPatient(tx, actor, patientId, ['patient', 'read']))

  it('lets the team that has the patient in care open the record, and nobody else', async () => {
    await expect(open(clinician)).resolves.toMatchObject({ relation: 'care', roles: ['clinician'] })
    await expect(open(stranger)).rejects.toThrow(NotFound)
    await expect(open(gp)).rejects.toThrow(NotFound)
  })

  it('gives a practice the record on the day of registration and takes it away on leaving, at the next request', async () => {
    const practice = await teamId(database.pools.owner, 'Z90001')
    const other = await teamId(database.pools.owner, 'Z90002')
    const register = (team: string) =>
      asActor(
        clinician,
        (tx) => tx.$queryRaw`select access.register_with_practice(${patientId}::uuid, ${team}::uuid)::text`,
      )
    await register(practice)
    await expect(open(gp)).resolves.toMatchObject({ roles: ['gp'] })
    const assessments = asActor(gp, (tx) => openPatient(tx, gp, patientId, ['needs_assessment', 'read']))
    await expect(assessments).rejects.toThrow(NotAllowed)
    await register(other)
    await expect(open(gp)).rejects.toThrow(NotFound)
  })

  it('leaves nothing of one actor on the connection for the next', async () => {
    const seen = async (actor: Actor) => {
      const [rows] = await hotRead<[{ id: string }[]]>(actor, {
        name: 'all',
        text: 'select id from patient',
        values: [],
      })
      return rows.length
    }
    expect(await seen(clinician)).toBe(1)
    expect(await seen(stranger)).toBe(0)
    await expect(hotRead(clinician, { name: 'broken', text: 'select 1 / 0', values: [] })).rejects.toThrow(
      'division',
    )
    expect(await seen(clinician)).toBe(1)
  })

  it('keeps one open task per obligation, counts it, and closes it once', async () => {
    const task = { kind: 'offer_assessment' as const, patientId, teamId: breast, dueOn: '2026-12-01' }
    await asActor(clinician, (tx) => openTasks(tx, [task, task]))
    const counted = () =>
      asActor(clinician, (tx) =>
        tx.taskCount.aggregate({ where: { scope: 'team', scopeId: breast }, _sum: { open: true } }),
      )
    expect((await counted())._sum.open).toBe(1)
    const close = () =>
      asActor(clinician, (tx) => closeTasks(tx, { patientId, kinds: ['offer_assessment'], how: 'met' }))
    expect(await close()).toBe(1)
    expect(await close()).toBe(0)
    expect((await counted())._sum.open).toBe(0)
  })

  it('answers a repeated submission with the first result, also when both arrive together', async () => {
    let runs = 0
    const submission = { id: crypto.randomUUID(), action: 'test' }
    const once = () => asActor({ ...clinician, submission }, async () => ++runs)
    expect(await Promise.all([once(), once(), once()])).toEqual([1, 1, 1])
    expect(await once()).toBe(1)
    expect(runs).toBe(1)
  })

  it('chains the access log, names the actor itself, and nobody can change it', async () => {
    await asActor(clinician, (tx) =>
      recordAccess(tx, { event: 'patient.record_viewed', patientId }, { event: 'worklist.viewed' }),
    )
    const { rows } = await database.pools.auditor.query('select staff_id, session_id from access_log')
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ staff_id: clinician.staffId, session_id: clinician.sessionId })
    expect((await database.pools.auditor.query('select * from access.verify_access_log()')).rows).toEqual([])
    const tampered = database.superuser.query("update access_log set event = 'patient.changed'")
    await expect(tampered).rejects.toThrow('append-only')
  })

  it.each([
    [
      'an entry that says something else',
      "update access_log set event = 'patient.changed' where id = $1",
      'altered',
    ],
    ['an entry of another day', "update access_log set at = at - interval '1 day' where id = $1", 'altered'],
    ['an entry that is gone', 'delete from access_log where id = $1', 'missing before'],
    [
      'an entry that is linked to another, and hashed anew',
      `update access_log as log set previous_hash = repeat('0', 64),
        hash = access.hash_entry(row(log.id, log.chain, log.sequence, log.at, log.actor_kind, log.staff_id, log.session_id, log.event,
          log.patient_id, log.entity_id, log.detail, repeat('0', 64), log.hash)::access_log) where id = $1`,
      'not linked',
    ],
  ])('shows %s, to whoever may touch the table', async (_name, tampering, fault) => {
    await asActor(clinician, (tx) =>
      recordAccess(
        tx,
        ...Array.from({ length: 3 }, (): AccessEntry => ({ event: 'patient.record_viewed', patientId })),
      ),
    )
    const client = await database.superuser.connect()
    try {
      await client.query('begin')
      await client.query('alter table access_log disable trigger user')
      const { rows } = await client.query<{ id: string; chain: number; sequence: string }>(
        'select id, chain, sequence from access_log where patient_id = $1 order by sequence desc limit 2',
        [patientId],
      )
      await client.query(tampering, [rows[1]?.id])
      const faults = (await client.query('select * from access.verify_access_log()')).rows
      const { chain, sequence } = rows[fault === 'missing before' ? 0 : 1]!
      expect(faults).toContainEqual({ chain, sequence, fault })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('lets two write many entries at once, in whatever order, and neither waits for ever', async () => {
    const entries: AccessEntry[] = Array.from({ length: 300 }, (_, place) =>
      place % 3 === 0
        ? { event: 'worklist.viewed', entityId: randomUUID() }
        : { event: 'patient.record_viewed', patientId: randomUUID() },
    )
    const writing = [entries, entries.toReversed(), entries].map((order, place) =>
      attemptsToWrite(place % 2 === 0 ? clinician : stranger, order),
    )
    expect(await Promise.all(writing)).toEqual([1, 1, 1])
    expect((await database.pools.auditor.query('select * from access.verify_access_log()')).rows).toEqual([])
  })

  it('tries again what the database gave up for a deadlock', async () => {
    let runs = 0
    await asActor(clinician, async (tx) => {
      runs++
      if (runs < 3)
        await tx.$executeRaw`do $$ begin raise exception using errcode = 'deadlock_detected'; end $$`
    })
    expect(runs).toBe(3)
  })

  /** How many attempts it took to write the entries. */
  async function attemptsToWrite(actor: Actor, entries: readonly AccessEntry[]): Promise<number> {
    let attempts = 0
    await asActor(actor, async (tx) => {
      attempts++
      await recordEveryAccess(tx, entries)
    })
    return attempts
  }
})
