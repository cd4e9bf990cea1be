import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { finishAction } from '@/lib/care-plans/finish-action'
import { getLivePlan } from '@/lib/care-plans/queries'
import { listRescores } from '@/lib/care-plans/rescores'
import { reviewCarePlan } from '@/lib/care-plans/review-care-plan'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import {
  agreedCarePlan,
  draftedCarePlan,
  finishedAction,
  reviewedCarePlan,
  shown,
} from '@/tests/factories/care-plans'
import { makeSetting, type Setting } from './setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const actionOf = (plan: LivePlan, index = 0) => {
  const action = plan.items[0]?.actions[index]
  if (!action) throw new Error('no such action')
  return action
}
const finish = (plan: LivePlan, change: Partial<Parameters<typeof finishAction>[1]> = {}) => ({
  patientId: plan.patientId,
  actionId: actionOf(plan).id,
  version: actionOf(plan).version,
  result: 'done' as const,
  on: today(),
  outcome: 'better' as const,
  newScore: 5,
  note: 'Walks every day now',
  reason: 'posted by the other choice',
  ...change,
})

describe('finishing an action', () => {
  it('keeps the outcome and the new score, and meets what was owed', async () => {
    const { clinician, supportWorker, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    expect(await setting.openTasks(plan.patientId, 'complete_action')).toHaveLength(2)
    await finishAction(supportWorker, finish(plan))
    const after = await getLivePlan(clinician, { patientId: plan.patientId })
    expect(actionOf(after)).toMatchObject({ state: 'done' })
    expect(actionOf(after).history.at(-1)).toEqual({
      kind: 'done',
      on: today(),
      outcome: 'better',
      newScore: 5,
      note: 'Walks every day now',
      by: 'Beryl Price',
    })
    expect(after.items[0]?.scores).toEqual([{ on: today(), score: 5 }])
    expect(await setting.openTasks(plan.patientId, 'complete_action')).toMatchObject([
      { subject_id: actionOf(plan, 1).id },
    ])
    const { rows } = await setting.database.superuser.query(
      'select closure::text, closed_by_id from task where subject_id = $1',
      [actionOf(plan).id],
    )
    expect(rows).toEqual([{ closure: 'met', closed_by_id: supportWorker.staffId }])
    expect(after.standing.state).toBe('agreed')
    expect(await setting.events(plan.patientId)).toContain('action.finished')
  })

  it('as not needed wants the reason and gives no score', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    const notNeeded = { result: 'not_needed' as const }
    await expect(finishAction(clinician, finish(plan, { ...notNeeded, reason: null }))).rejects.toMatchObject(
      {
        errors: [{ field: 'reason' }],
      },
    )
    await finishAction(clinician, finish(plan, { ...notNeeded, reason: 'Moved away' }))
    const after = await getLivePlan(clinician, { patientId: plan.patientId })
    expect(actionOf(after).history.at(-1)).toMatchObject({
      kind: 'not_needed',
      outcome: null,
      newScore: null,
      note: 'Moved away',
    })
    expect(after.items[0]?.scores).toEqual([])
  })

  it('wants an outcome, happens once, and not on an old copy', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await expect(finishAction(clinician, finish(plan, { outcome: '' }))).rejects.toMatchObject({
      errors: [{ field: 'outcome' }],
    })
    await expect(finishAction(clinician, finish(plan, { on: addDays(today(), -1) }))).rejects.toMatchObject({
      errors: [{ field: 'on' }],
    })
    await expect(finishAction(clinician, finish(plan, { version: 9 }))).rejects.toThrow(Stale)
    await finishAction(clinician, finish(plan))
    await expect(finishAction(clinician, finish(plan))).rejects.toThrow('finished already')
  })

  it('is for the hospital teams that care, with ids of the patient, while the person lives', async () => {
    const { clinician, urologist, gp, breast, patient, database } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await expect(finishAction(urologist, finish(plan))).rejects.toThrow(NotFound)
    await expect(finishAction(gp, finish(plan))).rejects.toThrow(NotAllowed)
    const other = await patient()
    await expect(finishAction(clinician, finish(plan, { patientId: other }))).rejects.toThrow(NotFound)
    await database.superuser.query('update patient set died_on = current_date where id = $1', [
      plan.patientId,
    ])
    await expect(finishAction(clinician, finish(plan))).rejects.toThrow('has died')
  })
})

describe('reviewing a plan', () => {
  const review = (plan: LivePlan, change: Partial<Parameters<typeof reviewCarePlan>[1]> = {}) => ({
    ...shown(plan),
    reviewedOn: today(),
    items: Object.fromEntries(
      plan.items.map((item) => [item.id, { outcome: 'same' as const, newScore: null, note: null }]),
    ),
    next: 'continue' as const,
    note: null,
    staffRoleCode: '01' as const,
    ...change,
  })
  const faultsOf = (promise: Promise<unknown>) =>
    promise.then(
      () => [],
      (error: { errors?: { field: string }[] }) => error.errors?.map(({ field }) => field),
    )

  it('scores each concern again and goes on to the next version, which is owed', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    const after = await reviewedCarePlan(clinician, plan, 'continue')
    expect(after.standing).toMatchObject({ state: 'draft', agreedVersion: 1 })
    expect(after.items.map((item) => item.scores)).toEqual(plan.items.map(() => [{ on: today(), score: 3 }]))
    const kinds = (await setting.openTasks(plan.patientId)).map(({ kind }) => kind)
    expect(kinds).toContain('agree_care_plan')
    expect(kinds).not.toContain('review_care_plan')
    expect(await setting.events(plan.patientId)).toContain('care_plan.reviewed')
  })

  it('finishes the plan once nothing is left to do', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    expect(await faultsOf(reviewCarePlan(clinician, review(plan, { next: 'finish' })))).toEqual(['next'])
    const after = await reviewedCarePlan(clinician, plan)
    expect(after.standing.state).toBe('reviewed')
    expect((await setting.openTasks(plan.patientId)).map(({ kind }) => kind)).toEqual(['read_shared_plan'])
  })

  it('goes through every concern of an agreed plan', async () => {
    const { clinician, breast, patient } = setting
    const drafted = await draftedCarePlan(clinician, await patient(), breast)
    expect(await faultsOf(reviewCarePlan(clinician, review(drafted)))).toEqual([''])
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    const [first] = plan.items
    expect(await faultsOf(reviewCarePlan(clinician, review(plan, { items: {} })))).toEqual(
      plan.items.map(({ id }) => `items.${id}.outcome`),
    )
    expect(
      await faultsOf(reviewCarePlan(clinician, review(plan, { reviewedOn: addDays(today(), -1) }))),
    ).toEqual(['reviewedOn'])
    expect(first?.scores).toEqual([])
  })

  it('is of what was shown, by the hospital teams that care', async () => {
    const { clinician, supportWorker, urologist, gp, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await expect(reviewCarePlan(urologist, review(plan))).rejects.toThrow(NotFound)
    await expect(reviewCarePlan(gp, review(plan))).rejects.toThrow(NotAllowed)
    await finishedAction(supportWorker, plan, actionOf(plan))
    await expect(reviewCarePlan(clinician, review(plan))).rejects.toThrow(Stale)
  })

  it('is a fact: the scores cannot be changed', async () => {
    const { clinician, breast, patient, database } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await reviewedCarePlan(clinician, plan, 'continue')
    const change = 'update plan_item_review set new_score = 0'
    await expect(database.superuser.query(change)).rejects.toThrow('append-only')
    await expect(database.pools.app.query(change)).rejects.toThrow('permission denied')
  })
})

describe('scores over time', () => {
  it('are those of finished actions and reviews, oldest first', async () => {
    const { clinician, urologist, gp, breast, patient } = setting
    const patientId = await patient()
    const plan = await agreedCarePlan(clinician, patientId, breast)
    const later = await finishedAction(clinician, plan, actionOf(plan), { newScore: 6 })
    await reviewedCarePlan(clinician, later, 'continue')
    const list = (actor: typeof clinician) => asActor(actor, (tx) => listRescores(tx, patientId))
    const scores = await list(clinician)
    expect(scores.filter(({ concernCode }) => concernCode === 'fatigue')).toEqual([
      { concernCode: 'fatigue', concernLabel: expect.any(String), score: 6, on: today() },
      { concernCode: 'fatigue', concernLabel: expect.any(String), score: 3, on: today() },
    ])
    expect(scores).toHaveLength(1 + plan.items.length)
    expect(await list(urologist)).toEqual([])
    expect(await list(gp)).toEqual([])
  })
})
