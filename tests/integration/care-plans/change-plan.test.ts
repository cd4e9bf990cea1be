import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { addAction } from '@/lib/care-plans/add-action'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { changeAction } from '@/lib/care-plans/change-action'
import { changePlanItem } from '@/lib/care-plans/change-plan-item'
import { getAction, getPlanItem } from '@/lib/care-plans/action-queries'
import { getLivePlan } from '@/lib/care-plans/queries'
import { removeAction } from '@/lib/care-plans/remove-action'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import {
  addedAction,
  agreedCarePlan,
  draftedCarePlan,
  finishedAction,
  registeredWith,
} from '@/tests/factories/care-plans'
import { makeSetting, type Setting } from './setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const itemInput = (plan: LivePlan, index = 0) => {
  const item = plan.items[index]
  if (!item) throw new Error('no such item')
  const { whatMatters, goal, isLeftOut: leaveOut } = item
  return { patientId: plan.patientId, itemId: item.id, version: item.version, whatMatters, goal, leaveOut }
}

const actionInput = (plan: LivePlan, change: Partial<Parameters<typeof addAction>[1]> = {}) => ({
  patientId: plan.patientId,
  itemId: plan.items[0]?.id ?? '',
  what: 'Ring the physiotherapist',
  ownerKind: 'team' as const,
  ownerStaffId: '',
  dueOn: addDays(today(), 7),
  helpChoice: 'none',
  help: null,
  ...change,
})

const draft = async () => {
  const patientId = await setting.patient()
  return draftedCarePlan(setting.clinician, patientId, setting.breast)
}
const reread = (plan: LivePlan, actor: Actor = setting.clinician) =>
  getLivePlan(actor, { patientId: plan.patientId, planId: plan.id })

describe('what matters and the goal', () => {
  it('are kept as typed, and the plan has then changed for whoever is about to agree it', async () => {
    const plan = await draft()
    await changePlanItem(setting.supportWorker, { ...itemInput(plan), goal: '=1+1 <b>🌳 \u202Babc' })
    const changed = await reread(plan)
    expect(changed.items[0]?.goal).toBe('=1+1 <b>🌳 \u202Babc')
    expect(changed.version).toBeGreaterThan(plan.version)
    expect(await setting.events(plan.patientId)).toContain('care_plan.changed')
  })

  it('refuse a save that comes too late, and say who was first and what both have', async () => {
    const plan = await draft()
    await changePlanItem(setting.supportWorker, { ...itemInput(plan), goal: 'Theirs' })
    const late = changePlanItem(setting.clinician, { ...itemInput(plan), goal: 'Mine' })
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Beryl Price',
      differences: [{ label: 'Goal', theirs: 'Theirs', yours: 'Mine' }],
    })
    expect((await reread(plan)).items[0]?.goal).toBe('Theirs')
  })

  it('can be left out of the plan for now, once nothing is to be done for the concern', async () => {
    const plan = await draft()
    const leave = (index: number) =>
      changePlanItem(setting.clinician, { ...itemInput(plan, index), leaveOut: true })
    await expect(leave(0)).rejects.toThrow('Finish or take out its actions first')
    await leave(2)
    expect((await reread(plan)).items.map((item) => item.isLeftOut)).toEqual([false, false, true])
  })
})

describe('actions', () => {
  it('belong to the person, a named member of the team, the team or the practice', async () => {
    const plan = await draft()
    const { clinician, supportWorker } = setting
    await addAction(clinician, actionInput(plan, { ownerKind: 'person', what: 'a' }))
    await addAction(
      clinician,
      actionInput(plan, { ownerKind: 'staff', ownerStaffId: supportWorker.staffId, what: 'b' }),
    )
    await addAction(clinician, actionInput(plan, { ownerKind: 'practice', what: 'c' }))
    const owners = (await reread(plan)).items[0]?.actions.slice(-3).map((action) => action.owner.name)
    expect(owners).toEqual(['Anne Smith', 'Beryl Price', expect.stringMatching(/\w/)])
    expect(await setting.openTasks(plan.patientId, 'complete_action')).toEqual([])
    expect(await setting.events(plan.patientId)).toContain('action.added')
  })

  it.each([
    [
      'somebody of another team',
      () => ({ ownerKind: 'staff' as const, ownerStaffId: setting.urologist.staffId }),
    ],
    ['nobody', () => ({ ownerKind: 'staff' as const, ownerStaffId: '' })],
  ])('are not given to %s', async (_who, owner) => {
    const plan = await draft()
    await expect(addAction(setting.clinician, actionInput(plan, owner()))).rejects.toMatchObject({
      errors: [{ field: 'ownerStaffId' }],
    })
  })

  it('ask the practice only where it is known', async () => {
    const plan = await draft()
    await registeredWith(setting.clinician, plan.patientId, null)
    const ask = addAction(setting.clinician, actionInput(plan, { ownerKind: 'practice' }))
    await expect(ask).rejects.toMatchObject({ errors: [{ field: 'ownerKind' }] })
  })

  it('are not due in the past when they are new', async () => {
    const plan = await draft()
    const late = addAction(setting.clinician, actionInput(plan, { dueOn: addDays(today(), -1) }))
    await expect(late).rejects.toMatchObject({ errors: [{ field: 'dueOn' }] })
    await expect(addAction(setting.clinician, actionInput(plan, { dueOn: today() }))).resolves.toBeTruthy()
  })

  it('take their help from the library of the concern, or as typed', async () => {
    const plan = await draft()
    const itemId = plan.items[0]?.id ?? ''
    const { choices } = await getPlanItem(setting.clinician, { patientId: plan.patientId, itemId })
    const [suggestion] = choices.help
    if (!suggestion) throw new Error('the library has no help for fatigue')
    const add = (helpChoice: string, help: string | null) =>
      addAction(setting.clinician, actionInput(plan, { helpChoice, help }))
    await add(suggestion.id, 'not picked, so not kept')
    await add('typed', 'Ring 01632 960 123')
    expect((await reread(plan)).items[0]?.actions.slice(-2).map((action) => action.help)).toEqual([
      `${suggestion.title}: ${suggestion.detail}`,
      'Ring 01632 960 123',
    ])
    await expect(add('typed', null)).rejects.toMatchObject({ errors: [{ field: 'help' }] })
    await expect(add(crypto.randomUUID(), null)).rejects.toMatchObject({ errors: [{ field: 'helpChoice' }] })
    const other = await getPlanItem(setting.clinician, {
      patientId: plan.patientId,
      itemId: plan.items[1]?.id ?? '',
    })
    await expect(add(other.choices.help[0]?.id ?? '', null)).rejects.toMatchObject({
      errors: [{ field: 'helpChoice' }],
    })
  })

  it('are taken out of a plan, but not once they are finished', async () => {
    const plan = await draft()
    const [action, second] = plan.items[0]?.actions ?? []
    if (!action || !second) throw new Error('two actions were expected')
    const { patientId } = plan
    await finishedAction(setting.clinician, plan, second)
    await expect(
      removeAction(setting.clinician, { patientId, actionId: second.id, version: second.version + 1 }),
    ).rejects.toThrow('stays in the plan')
    await removeAction(setting.clinician, { patientId, actionId: action.id, version: action.version })
    expect((await reread(plan)).items[0]?.actions.map(({ id }) => id)).toEqual([second.id])
    await expect(getAction(setting.clinician, { patientId, actionId: action.id })).rejects.toThrow(NotFound)
  })
})

describe('a change to an agreed plan', () => {
  const change = (plan: LivePlan, input: Partial<Parameters<typeof changeAction>[1]> = {}) => {
    const action = plan.items[0]?.actions.at(-1)
    if (!action) throw new Error('an action was expected')
    return changeAction(setting.clinician, {
      ...actionInput(plan),
      actionId: action.id,
      version: action.version,
      ...input,
    })
  }

  it('begins its next version, which is owed; what was agreed stands', async () => {
    const plan = await agreedCarePlan(setting.clinician, await setting.patient(), setting.breast)
    expect(await setting.openTasks(plan.patientId, 'agree_care_plan')).toEqual([])
    await changePlanItem(setting.clinician, itemInput(plan))
    expect((await reread(plan)).standing.state).toBe('agreed')
    await changePlanItem(setting.clinician, { ...itemInput(plan), goal: 'Swim again' })
    expect((await reread(plan)).standing).toMatchObject({ state: 'draft', agreedVersion: 1 })
    expect(await setting.openTasks(plan.patientId, 'agree_care_plan')).toHaveLength(1)
  })

  it('hands what is owed on to the new owner and date at once', async () => {
    const { clinician, supportWorker, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast, {
      actions: [{ owner: { staffId: clinician.staffId } }],
    })
    const dueOn = addDays(today(), 30)
    await change(plan, { ownerKind: 'staff', ownerStaffId: supportWorker.staffId, dueOn, what: 'Ring again' })
    expect(await setting.openTasks(plan.patientId, 'complete_action')).toMatchObject([
      { owner_staff_id: supportWorker.staffId, due_on: dueOn, detail: 'Ring again' },
    ])
    const action = (await reread(plan)).items[0]?.actions[0]
    expect(action?.history.map((fact) => [fact.kind, fact.note])).toEqual([
      ['opened', null],
      ['reassigned', 'Was with Beryl Jones'],
      ['postponed', expect.stringContaining('Was to be done by')],
    ])
  })

  it('cannot ask the practice for what the person does not share with it', async () => {
    const plan = await agreedCarePlan(setting.clinician, await setting.patient(), setting.breast, {
      share: 'no',
    })
    await expect(change(plan, { ownerKind: 'practice' })).rejects.toMatchObject({
      errors: [{ field: 'ownerKind', message: expect.stringContaining('said no to sharing') }],
    })
  })

  it('is owed only for what was agreed: a new action waits for its version', async () => {
    const plan = await agreedCarePlan(setting.clinician, await setting.patient(), setting.breast, {
      actions: [],
    })
    await addedAction(setting.clinician, plan, { owner: 'team' })
    await change(await reread(plan), { what: 'Something else' })
    expect(await setting.openTasks(plan.patientId, 'complete_action')).toEqual([])
  })

  it('refuses a save that comes too late', async () => {
    const plan = await agreedCarePlan(setting.clinician, await setting.patient(), setting.breast)
    await change(plan, { what: 'First' })
    await expect(change(plan, { what: 'Second' })).rejects.toMatchObject({
      changedBy: 'Beryl Jones',
      differences: expect.arrayContaining([{ label: 'Action', theirs: 'First', yours: 'Second' }]),
    })
  })
})

describe('a plan', () => {
  it('is changed by the hospital teams in care, with ids of its own patient, while the person lives', async () => {
    const { clinician, urologist, gp, patient, breast, database } = setting
    const plan = await draft()
    await expect(changePlanItem(urologist, itemInput(plan))).rejects.toThrow(NotFound)
    await expect(changePlanItem(gp, itemInput(plan))).rejects.toThrow(NotAllowed)
    await expect(addAction(gp, actionInput(plan))).rejects.toThrow(NotAllowed)
    const other = await draftedCarePlan(clinician, await patient(), breast)
    const crossed = { ...itemInput(plan), patientId: other.patientId }
    await expect(changePlanItem(clinician, crossed)).rejects.toThrow(NotFound)
    await database.superuser.query('update patient set died_on = current_date where id = $1', [
      plan.patientId,
    ])
    await expect(changePlanItem(clinician, itemInput(plan))).rejects.toThrow('has died')
    await expect(addAction(clinician, actionInput(plan))).rejects.toThrow(RuleBroken)
  })

  it('stays as it was once the care of its team has ended', async () => {
    const { clinician, breast, urology, urologist, database } = setting
    const plan = await draft()
    await database.superuser.query(
      "insert into care_relationship (id, patient_id, team_id, basis, started_on) values (gen_random_uuid(), $1, $2, 'referral', current_date)",
      [plan.patientId, urology],
    )
    await database.superuser.query(
      "update care_relationship set ended_on = current_date, ended_reason = 'discharged' where patient_id = $1 and team_id = $2",
      [plan.patientId, breast],
    )
    await expect(changePlanItem(clinician, itemInput(plan))).rejects.toThrow(NotFound)
    await expect(changePlanItem(urologist, { ...itemInput(plan), goal: 'x' })).rejects.toThrow(
      'no longer cares for this person',
    )
    expect((await reread(plan, urologist)).items[0]?.goal).toBe('Walk to the park and back')
  })
})
