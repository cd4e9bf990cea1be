import { EventEmitter } from 'node:events'
import { Logger, runOnce, type WorkerEvents } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DRAFT_DAYS, jobHandlers } from '@/lib/operations/job-handlers'
import { beat, WORKER_SILENCE_SECONDS } from '@/lib/operations/worker-heartbeat'
import { freshDatabase, type TestDatabase } from '../../support/database'

describe('the job worker', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
    const { worker, app } = database.pools
    worker.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
    await app.query(`select graphile_worker.enqueue('note', '{}')`)
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    await database.superuser.query('truncate graphile_worker._private_jobs, graphile_worker.heartbeat')
  })

  describe('whose heart beats', () => {
    it('keeps its jobs, however long they take', async () => {
      await lockedJob('alive', 10 * WORKER_SILENCE_SECONDS)
      await beat(database.pools.worker, 'alive')
      expect(await beat(database.pools.worker, 'other')).toBe(0)
      expect(await lockHolder()).toBe('alive')
    })

    it('gives back the jobs of one that fell silent', async () => {
      await lockedJob('dead', WORKER_SILENCE_SECONDS + 5)
      await beat(database.pools.worker, 'dead')
      await database.superuser.query(
        `update graphile_worker.heartbeat set seen_at = now() - make_interval(secs => $1)`,
        [WORKER_SILENCE_SECONDS + 1],
      )
      expect(await beat(database.pools.worker, 'other')).toBe(1)
      expect(await lockHolder()).toBeNull()
    })

    it('leaves a job alone that was taken a moment ago by one that has yet to beat', async () => {
      await lockedJob('just started', WORKER_SILENCE_SECONDS - 5)
      expect(await beat(database.pools.worker, 'other')).toBe(0)
      expect(await lockHolder()).toBe('just started')
    })
  })

  it('does a job that app added in its transaction, once that is committed', async () => {
    const client = await database.pools.app.connect()
    await client.query('begin')
    await client.query(`select graphile_worker.enqueue('note', '{"id": 7}')`)
    expect(await doneNow()).toEqual([])
    await client.query('commit')
    client.release()
    expect(await doneNow()).toEqual([{ id: 7 }])
  })

  it('never does a job whose transaction was rolled back', async () => {
    const client = await database.pools.app.connect()
    await client.query('begin')
    await client.query(`select graphile_worker.enqueue('note', '{"id": 8}')`)
    await client.query('rollback')
    client.release()
    expect(await doneNow()).toEqual([])
  })

  it('deletes drafts that nobody came back to, and no others', async () => {
    await draft('old', DRAFT_DAYS + 1)
    await draft('young', DRAFT_DAYS - 1)
    await database.pools.app.query(`select graphile_worker.enqueue('purge_drafts', '{}')`)
    await runOnce({ ...quiet(), taskList: jobHandlers(database.pools.worker) })
    expect((await database.superuser.query('select form from draft')).rows).toEqual([{ form: 'young' }])
  })

  function quiet() {
    const events: WorkerEvents = new EventEmitter()
    const logger = new Logger(() => () => undefined)
    return { pgPool: database.pools.worker, noHandleSignals: true, events, logger }
  }

  async function doneNow(): Promise<unknown[]> {
    const done: unknown[] = []
    await runOnce({ ...quiet(), taskList: { note: (payload) => void done.push(payload) } })
    return done
  }

  async function lockedJob(holder: string, secondsAgo: number): Promise<void> {
    await database.pools.worker.query(`select graphile_worker.enqueue('some_job', '{}')`)
    await database.superuser.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)`,
      [holder, secondsAgo],
    )
  }

  async function lockHolder(): Promise<string | null | undefined> {
    const { rows } = await database.superuser.query<{ holder: string | null }>(
      'select locked_by as holder from graphile_worker._private_jobs',
    )
    return rows[0]?.holder
  }

  /** Of nobody in particular: what a draft is about does not matter here. */
  async function draft(form: string, daysAgo: number): Promise<void> {
    const client = await database.superuser.connect()
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into draft (id, patient_id, team_id, form, subject_id, content, created_by_id, updated_by_id, updated_at)
       values (uuidv7(), uuidv7(), uuidv7(), $1, uuidv7(), '{}', uuidv7(), uuidv7(), now() - make_interval(days => $2))`,
      [form, daysAgo],
    )
    client.release(true)
  }
})
