import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { disableStaff } from '@/lib/accounts/disable-staff'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { endTeam } from '@/lib/care-teams/end-team'
import { today } from '@/lib/platform/clock'
import { Stale } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { followTask } from '@/lib/tasks/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { addDays } from '@/lib/nhs/calendar-date'
import { getLivePlan } from '@/lib/care-plans/queries'
import { agreedCarePlan } from '@/tests/factories/care-plans'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { byHand } from './by-hand'

const UNTRUE_COUNTS = `
  with counted as (
    select 'team'::task_count_scope as scope, team_id as scope_id, count(*)::int as open from task where closed_at is null group by 1, 2
    union all
    select 'owner'::task_count_scope, owner_staff_id, count(*)::int from task where closed_at is null and owner_staff_id is not null group by 1, 2
  ), kept as (select scope, scope_id, sum(open)::int as open from task_count group by 1, 2 having sum(open) <> 0)
  select * from counted full join kept using (scope, scope_id) where counted.open is distinct from kept.open`

describe('the open tasks of somebody who leaves', () => {
  let database: TestDatabase
  let admin: Actor
  let colleague: Actor
  let breast: string
  let urology: string
  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    admin = await actorAtWork(owner, { organisations: { ZT101: 'admin' } })
    colleague = await actorAtWork(owner, {
      teams: { 'ZT101-BREAST': 'clinician', 'ZT101-UROLOGY': 'clinician' },
    })
    breast = await teamId(owner, 'ZT101-BREAST')
    urology = await teamId(owner, 'ZT101-UROLOGY')
  })
  afterAll(() => database.drop())

  let leaver: Actor
  beforeEach(async () => {
    leaver = await actorAtWork(database.pools.owner, {
      teams: { 'ZT101-BREAST': 'clinician', 'ZT101-UROLOGY': 'support_worker' },
    })
    for (const team of [breast, breast, urology]) await openFor(team, leaver.staffId)
  })

  async function openFor(team: string, ownerStaffId: string | null) {
    const patientId = await admittedPatient(colleague, team)
    const dueOn = addDays(today(), 3)
    await asActor(colleague, (tx) =>
      openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId: team, dueOn, ownerStaffId }]),
    )
    return patientId
  }

  const ask = async <Row extends object>(query: string, values: unknown[] = []) =>
    (await database.superuser.query<Row>(query, values)).rows
  const ownedBy = (staffId: string) =>
    ask<{ id: string; team_id: string; version: number }>(
      'select id, team_id, version from task where owner_staff_id = $1 and closed_at is null order by id',
      [staffId],
    )
  async function endBreast() {
    const { teams } = await getStaffMember(admin, leaver.staffId)
    const membershipId = teams.find((team) => team.teamId === breast)?.membershipId ?? ''
    return endTeam(admin, { staffId: leaver.staffId, membershipId })
  }

  it('go back to the team that ended, and the other team’s stay', async () => {
    const before = await ownedBy(leaver.staffId)
    const unowned = (await getWorklist(colleague, parseWorklistFilter({ owner: 'nobody' }))).rows.length
    expect(await endBreast()).toEqual({ releasedTasks: 2 })

    expect((await ownedBy(leaver.staffId)).map(({ team_id }) => team_id)).toEqual([urology])
    const released = before.filter(({ team_id }) => team_id === breast)
    for (const { id, version } of released) {
      const [task] = await ask('select owner_staff_id, version, closed_at from task where id = $1', [id])
      expect(task).toEqual({ owner_staff_id: null, version: version + 1, closed_at: null })
    }
    const list = await getWorklist(colleague, parseWorklistFilter({ owner: 'nobody' }))
    expect(list.rows).toHaveLength(unowned + 2)
    expect(await ask(UNTRUE_COUNTS)).toEqual([])
  })

  it('are in the access log of each patient, and noted with the task', async () => {
    await endBreast()
    const entries = await ask<{ patient_id: string }>(
      `select log.patient_id from access_log as log join task_event as event on event.task_id = log.entity_id
       join task on task.id = event.task_id and task.patient_id = log.patient_id
       where log.event = 'task.reassigned' and log.staff_id = $1 and event.kind = 'reassigned'
         and event.owner_from_id = $2 and event.owner_to_id is null and event.recorded_by_id = $1`,
      [admin.staffId, leaver.staffId],
    )
    expect(new Set(entries.map(({ patient_id }) => patient_id)).size).toBe(2)
    const ended = await ask(
      `select detail ->> 'releasedTasks' as released from access_log where event = 'staff.team_ended' and entity_id = $1`,
      [leaver.staffId],
    )
    expect(ended).toEqual([{ released: '2' }])
  })

  it('go back with the actions of care plans that they stand for, and nothing else of the plan', async () => {
    const patientId = await admittedPatient(colleague, breast)
    const plan = await agreedCarePlan(colleague, patientId, breast, {
      actions: [
        { what: 'Ring about the walking', owner: { staffId: leaver.staffId } },
        { what: 'Ring about sleep', owner: { staffId: colleague.staffId } },
      ],
    })
    await endBreast()
    const { items } = await getLivePlan(colleague, { patientId, planId: plan.id })
    const owners = items.flatMap(({ actions }) => actions).map(({ owner, history }) => ({ owner, history }))
    expect(owners).toMatchObject([
      { owner: { kind: 'team', teamId: breast } },
      { owner: { kind: 'staff', staffId: colleague.staffId } },
    ])
    expect(owners[0]?.history.at(-1)).toMatchObject({
      kind: 'reassigned',
      note: expect.stringMatching(/^Was with .*, who has left the team$/),
    })
    const logged = await ask(
      `select from access_log where patient_id = $1 and event = 'action.changed' and staff_id = $2`,
      [patientId, admin.staffId],
    )
    expect(logged).toHaveLength(1)
  })

  it('go back to every team when the account is closed', async () => {
    expect(await disableStaff(admin, { staffId: leaver.staffId, version: 1 })).toEqual({ releasedTasks: 3 })
    expect(await ownedBy(leaver.staffId)).toEqual([])
    expect(await ask(UNTRUE_COUNTS)).toEqual([])
  })

  it('are not overwritten by a colleague who saw them as they were', async () => {
    const [task] = (await ownedBy(leaver.staffId)).filter(({ team_id }) => team_id === breast)
    await endBreast()
    const seen = { taskId: task?.id ?? '', version: task?.version ?? 0 }
    const late = postponeTask(colleague, { ...seen, dueOn: addDays(today(), 9), reason: 'away' }, followTask)
    await expect(late).rejects.toThrow(Stale)
  })

  it('are the team’s from the first when they open for somebody who left', async () => {
    await endBreast()
    await openFor(breast, leaver.staffId)
    await openFor(urology, leaver.staffId)
    expect((await ownedBy(leaver.staffId)).map(({ team_id }) => team_id)).toEqual([urology, urology])
    const [orphan] = await ask('select id from task where team_id = $1 and owner_staff_id is null', [breast])
    const handing = byHand(database, colleague, 'update task set owner_staff_id = $1 where id = $2', [
      leaver.staffId,
      (orphan as { id: string }).id,
    ])
    await expect(handing).rejects.toThrow('does not work in the team')
  })

  it('never stay behind, however the opening and the leaving fall together', async () => {
    const patients = await Promise.all([1, 2, 3, 4].map(() => admittedPatient(colleague, breast)))
    await Promise.all([
      endBreast(),
      ...patients.map((patientId) =>
        asActor(colleague, (tx) =>
          openTasks(tx, [
            {
              kind: 'offer_assessment',
              patientId,
              teamId: breast,
              dueOn: today(),
              ownerStaffId: leaver.staffId,
            },
          ]),
        ),
      ),
    ])
    expect((await ownedBy(leaver.staffId)).map(({ team_id }) => team_id)).toEqual([urology])
    expect(await ask(UNTRUE_COUNTS)).toEqual([])
  })

  it('are taken back by their administrator alone', async () => {
    const stranger = await actorAtWork(database.pools.owner, { organisations: { ZT102: 'admin' } })
    for (const actor of [stranger, colleague]) {
      const release = byHand(database, actor, 'select access.release_tasks($1)', [leaver.staffId])
      await expect(release).rejects.toThrow('not a member of your staff')
    }
    const early = await byHand(database, admin, 'select access.release_tasks($1)', [leaver.staffId])
    expect(early.rowCount).toBe(0)
  })
})
