import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { LivePlan, PlanAction } from '@/lib/care-plans/care-plan'
import { changeAction } from '@/lib/care-plans/change-action'
import { finishAction } from '@/lib/care-plans/finish-action'
import { followTask } from '@/lib/tasks/follow-task'
import { getLivePlan } from '@/lib/care-plans/queries'
import { endCare } from '@/lib/care-teams/end-care'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { closeTask } from '@/lib/tasks/close-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { agreedCarePlan, answeredByPractice } from '@/tests/factories/care-plans'
import { makeSetting, type Setting } from './setting'

type Task = { id: string; kind: string; version: number; owner_staff_id: string | null; due_on: string }

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const REASON = 'Started swimming instead'

async function tasksOf(actionId: string): Promise<Task[]> {
  const { rows } = await setting.database.superuser.query<Task>(
    `select id, kind::text, version, owner_staff_id, due_on::text from task where subject_id = $1 and closed_at is null`,
    [actionId],
  )
  return rows
}
async function taskOf(actionId: string): Promise<Task> {
  const [task, ...others] = await tasksOf(actionId)
  if (!task || others.length > 0) throw new Error(`${others.length} tasks`)
  return task
}
const named = (task: Task) => ({ taskId: task.id, version: task.version })
const handOn = async (actionId: string, owner: string, by = setting.clinician) =>
  reassignTask(by, { ...named(await taskOf(actionId)), owner }, followTask)
const postpone = async (actionId: string, days: number, by = setting.clinician) =>
  postponeTask(
    by,
    { ...named(await taskOf(actionId)), dueOn: addDays(today(), days), reason: REASON },
    followTask,
  )
const close = async (actionId: string, by = setting.clinician) =>
  closeTask(by, { ...named(await taskOf(actionId)), reason: REASON }, followTask)

async function read(plan: LivePlan, actionId: string): Promise<{ plan: LivePlan; action: PlanAction }> {
  const live = await getLivePlan(setting.clinician, { patientId: plan.patientId, planId: plan.id })
  const action = live.items.flatMap((item) => item.actions).find(({ id }) => id === actionId)
  if (!action) throw new Error('no such action')
  return { plan: live, action }
}

type Owner = 'person' | 'team' | 'practice' | { staffId: string }
async function agreedWith(owner: Owner, patientId?: string): Promise<{ plan: LivePlan; actionId: string }> {
  const { clinician, breast } = setting
  const plan = await agreedCarePlan(clinician, patientId ?? (await setting.patient()), breast, {
    actions: [{ what: 'Ring about the walking', owner }],
  })
  const [action] = plan.items.flatMap((item) => item.actions)
  return { plan, actionId: action?.id ?? '' }
}

describe('an action whose task is changed on the worklist', () => {
  it('is handed on: the plan names the new owner, and the version that was agreed stays', async () => {
    const { supportWorker, breast } = setting
    const { plan, actionId } = await agreedWith('team')
    await handOn(actionId, supportWorker.staffId)
    const after = await read(plan, actionId)
    expect(after.action.owner).toMatchObject({ kind: 'staff', staffId: supportWorker.staffId })
    expect(after.action.history.at(-1)).toMatchObject({
      kind: 'reassigned',
      note: expect.stringContaining('Was with'),
    })
    expect(after.plan.standing.state).toBe('agreed')
    expect(after.plan.versions).toHaveLength(1)
    await handOn(actionId, '')
    expect((await read(plan, actionId)).action.owner).toMatchObject({ kind: 'team', teamId: breast })
    expect(await setting.events(plan.patientId)).toContain('action.changed')
  })

  it('is postponed, with the reason, and the new date is put to the person with the next version', async () => {
    const { plan, actionId } = await agreedWith({ staffId: setting.clinician.staffId })
    await postpone(actionId, 40)
    const after = await read(plan, actionId)
    expect(after.action.dueOn).toBe(addDays(today(), 40))
    expect(after.action.history.at(-1)).toMatchObject({
      kind: 'postponed',
      note: expect.stringContaining(REASON),
    })
    expect(after.plan.standing).toMatchObject({ state: 'draft', agreedVersion: 1 })
    expect(await setting.openTasks(plan.patientId, 'agree_care_plan')).toHaveLength(1)
  })

  it('is closed with a reason: not needed, for that reason', async () => {
    const { plan, actionId } = await agreedWith('team')
    await close(actionId)
    const { action, plan: after } = await read(plan, actionId)
    expect(action).toMatchObject({ state: 'not_needed' })
    expect(action.history.at(-1)).toMatchObject({ kind: 'not_needed', note: REASON, on: today() })
    expect(after.standing.state).toBe('agreed')
    expect(await setting.events(plan.patientId)).toContain('action.finished')
  })

  it('stays the person’s where they do it, whoever asks how it went', async () => {
    const { plan, actionId } = await agreedWith('person')
    await handOn(actionId, setting.supportWorker.staffId)
    expect((await read(plan, actionId)).action.owner.kind).toBe('person')
    expect(await taskOf(actionId)).toMatchObject({ owner_staff_id: setting.supportWorker.staffId })
  })

  it('once declined by the practice, keeps its date while a way is looked for, and ends with the search', async () => {
    const { gp } = setting
    const { plan, actionId } = await agreedWith('practice')
    const asked = (await read(plan, actionId)).action
    await answeredByPractice(gp, asked)
    await handOn(actionId, setting.supportWorker.staffId)
    await postpone(actionId, 30)
    expect((await read(plan, actionId)).action).toMatchObject({ state: 'declined', dueOn: asked.dueOn })
    await close(actionId)
    expect((await read(plan, actionId)).action.state).toBe('not_needed')
  })

  it('is answered by the practice that was asked, not moved or closed by it', async () => {
    const { gp } = setting
    const { plan, actionId } = await agreedWith('practice')
    await expect(postpone(actionId, 30, gp)).rejects.toThrow('agreed with the person')
    await expect(close(actionId, gp)).rejects.toThrow('agreed with the person')
    await handOn(actionId, gp.staffId, gp)
    expect((await read(plan, actionId)).action.owner.kind).toBe('practice')
    expect(await taskOf(actionId)).toMatchObject({ owner_staff_id: gp.staffId })
  })
})

describe('an action taken over', () => {
  it('by another team, when the plan’s team has let go, is moved and ended there', async () => {
    const { clinician, urologist, urology, breast, patient, database } = setting
    const patientId = await patient()
    await database.superuser.query(
      `insert into care_relationship (id, patient_id, team_id, basis, started_on) values (uuidv7(), $1, $2, 'referral', current_date)`,
      [patientId, urology],
    )
    const { plan, actionId } = await agreedWith('team', patientId)
    await endCare(clinician, { patientId, teamId: breast, reason: 'Moved on', openTasks: urology })
    await handOn(actionId, urologist.staffId, urologist)
    await postpone(actionId, 20, urologist)
    await close(actionId, urologist)
    const { rows } = await database.superuser.query(
      `select array_agg(kind::text order by id) as kinds from action_event where action_id = $1`,
      [actionId],
    )
    expect(rows).toEqual([{ kinds: ['opened', 'reassigned', 'postponed', 'not_needed'] }])
    expect(plan.standing.state).toBe('agreed')
  })
})

/** What can happen to an agreed action. */
type Deed = { do: 'hand on' | 'postpone' | 'close' | 'change' | 'finish'; to: number; days: number }
const deeds = fc.array(
  fc.record<Deed>({
    do: fc.constantFrom('hand on', 'hand on', 'postpone', 'postpone', 'change', 'change', 'close', 'finish'),
    to: fc.nat(2),
    days: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 7 },
)

async function perform(plan: LivePlan, actionId: string, deed: Deed): Promise<void> {
  const { clinician, supportWorker } = setting
  const { action } = await read(plan, actionId)
  const members: Actor[] = [clinician, supportWorker]
  const staffId = members[deed.to]?.staffId ?? ''
  const about = { patientId: plan.patientId, actionId, version: action.version }
  if (deed.do === 'hand on') await handOn(actionId, staffId)
  else if (deed.do === 'postpone') await postpone(actionId, deed.days)
  else if (deed.do === 'close') await close(actionId)
  else if (deed.do === 'finish')
    await finishAction(clinician, {
      ...about,
      result: 'done',
      on: today(),
      outcome: 'same',
      newScore: null,
      note: null,
      reason: null,
    })
  else
    await changeAction(clinician, {
      ...about,
      what: action.what,
      ownerKind: staffId ? 'staff' : deed.days % 2 === 0 ? 'team' : 'person',
      ownerStaffId: staffId,
      dueOn: addDays(today(), deed.days),
      helpChoice: 'none',
      help: null,
    })
}

describe('whatever happens to an action', () => {
  it('it and its task have one owner and one date, and are open or ended together', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (sequence) => {
        const { plan, actionId } = await agreedWith('team')
        for (const deed of sequence) {
          await perform(plan, actionId, deed)
          const { action } = await read(plan, actionId)
          const tasks = await tasksOf(actionId)
          expect(tasks).toHaveLength(action.state === 'open' ? 1 : 0)
          if (tasks[0]) expect(tasks[0].due_on).toBe(action.dueOn)
          if (tasks[0] && action.owner.kind !== 'person')
            expect(tasks[0].owner_staff_id).toBe(action.owner.staffId)
          if (action.state !== 'open') break
        }
      }),
      { numRuns: 8 },
    )
  })
})
