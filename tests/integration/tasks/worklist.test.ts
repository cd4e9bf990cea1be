import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { followTask } from '@/lib/tasks/follow-task'
import { closeTask } from '@/lib/tasks/close-task'
import { openTasks } from '@/lib/tasks/open-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const PATIENTS = 30

describe('worklist', () => {
  let database: TestDatabase
  let beryl: Actor
  let sam: Actor
  let elsewhere: Actor
  let gp: Actor
  let breast: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    breast = await teamId(owner, 'ZT101-BREAST')
    beryl = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    sam = await actorAtWork(owner, {
      givenName: 'Sam',
      familyName: 'Okoro',
      teams: { 'ZT101-BREAST': 'support_worker' },
    })
    elsewhere = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    for (let index = 0; index < PATIENTS; index++) {
      const patientId = await admittedPatient(beryl, breast)
      const dueOn = addDays(today(), (index % 3) * 10 - 10)
      const ownerStaffId = index % 2 === 0 ? sam.staffId : null
      await asActor(beryl, (tx) =>
        openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId: breast, dueOn, ownerStaffId }]),
      )
    }
  })
  afterAll(() => database.drop())

  const list = (actor: Actor, params: Record<string, string> = {}) =>
    getWorklist(actor, parseWorklistFilter(params))

  it('shows the most overdue first, 25 a page, with kept counts that are true', async () => {
    const first = await list(beryl)
    expect(first.rows).toHaveLength(25)
    expect(first.rows.map((row) => row.due_on)).toEqual(first.rows.map((row) => row.due_on).sort())
    expect(first).toMatchObject({
      total: PATIENTS,
      hasMore: true,
      counts: { overdue: 10, week: 10, later: 10 },
    })
    const second = await list(beryl, { page: '2' })
    expect(second.rows).toHaveLength(5)
    const ids = [...first.rows, ...second.rows].map((row) => row.id)
    expect(new Set(ids).size).toBe(PATIENTS)
  })

  it('filters by due, owner and whose, and counts what the filter leaves', async () => {
    expect(await list(beryl, { due: 'overdue' })).toMatchObject({ total: 10 })
    expect((await list(beryl, { owner: 'nobody' })).rows).toHaveLength(15)
    expect((await list(beryl, { list: 'mine' })).rows).toHaveLength(0)
    const sams = await list(sam, { list: 'mine', kind: 'offer_assessment' })
    expect(sams).toMatchObject({ total: 15, counts: { overdue: 5, week: 5, later: 5 } })
    expect((await list(sam, { kind: 'agree_care_plan' })).total).toBe(0)
  })

  it('shows another team nothing, and a practice no worklist', async () => {
    expect(await list(elsewhere)).toMatchObject({ rows: [], total: 0 })
    await expect(list(gp)).rejects.toThrow(NotAllowed)
  })

  it('hands on within the team, refuses a stranger, and moves the counts', async () => {
    const [row] = (await list(beryl, { owner: 'nobody', due: 'overdue' })).rows
    if (!row) throw new Error('no row')
    const strangers = reassignTask(
      beryl,
      { taskId: row.id, version: 1, owner: elsewhere.staffId },
      followTask,
    )
    await expect(strangers).rejects.toThrow(RuleBroken)
    await reassignTask(beryl, { taskId: row.id, version: 1, owner: beryl.staffId }, followTask)
    expect(await list(beryl, { list: 'mine' })).toMatchObject({ total: 1, counts: { overdue: 1 } })
    await expect(reassignTask(sam, { taskId: row.id, version: 1, owner: '' }, followTask)).rejects.toThrow(
      Stale,
    )
    await expect(
      reassignTask(elsewhere, { taskId: row.id, version: 2, owner: '' }, followTask),
    ).rejects.toThrow(NotFound)
  })

  it('postpones to a day in the coming year, with a reason', async () => {
    const [row] = (await list(sam, { list: 'mine', due: 'overdue' })).rows
    if (!row) throw new Error('no row')
    const to = (dueOn: string) =>
      postponeTask(sam, { taskId: row.id, version: 1, dueOn, reason: 'On holiday' }, followTask)
    await expect(to(today())).rejects.toThrow('in the future')
    await expect(to(addDays(today(), 400))).rejects.toThrow('12 months')
    await to(addDays(today(), 20))
    expect((await list(sam, { list: 'mine' })).counts).toEqual({ overdue: 4, week: 5, later: 6 })
  })

  it('closes with a reason, once', async () => {
    const [row] = (await list(sam, { list: 'mine', due: 'week' })).rows
    if (!row) throw new Error('no row')
    const close = () =>
      closeTask(sam, { taskId: row.id, version: 1, reason: 'Offered on the ward' }, followTask)
    await close()
    await expect(close()).rejects.toThrow(NotFound)
    expect((await list(sam, { list: 'mine' })).counts.week).toBe(4)
  })

  it('takes the order from the index under the application’s role: nothing sorted but a page', async () => {
    await database.superuser.query(
      `
      insert into task (id, kind, patient_id, team_id, due_on, subject_id, closed_at, closure)
      select uuidv7(), 'offer_assessment', (select min(id::text)::uuid from patient), $1, current_date + n % 300, uuidv7(),
        case when n % 3 = 0 then now() end, case when n % 3 = 0 then 'met'::task_closure end
      from generate_series(1, 20000) as n`,
      [breast],
    )
    await database.superuser.query('analyze')
    const client = await database.pools.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [beryl.sessionId])
      const explain = () =>
        client.query(`explain (analyze, buffers, format json)
          select id from task where team_id = '${breast}' and closed_at is null order by due_on, id limit 26`)
      await explain()
      const { rows } = await explain()
      const plan = JSON.stringify(rows)
      expect(plan).not.toContain('"Sort"')
      expect(plan).toContain('task_open_by_team')
      expect(rows[0]['QUERY PLAN'][0].Plan['Shared Hit Blocks']).toBeLessThan(200)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
