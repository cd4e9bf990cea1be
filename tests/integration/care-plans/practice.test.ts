import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planFaults } from '@/lib/care-plans/agreement-rules'
import { answerPracticeAction } from '@/lib/care-plans/answer-practice-action'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { changeAction } from '@/lib/care-plans/change-action'
import { getAction } from '@/lib/care-plans/action-queries'
import { markPlanSeen } from '@/lib/care-plans/mark-plan-seen'
import { getPracticeAction, getSharedPlan } from '@/lib/care-plans/practice-queries'
import { getLivePlan } from '@/lib/care-plans/queries'
import { getCarePlanVersion } from '@/lib/care-plans/version-queries'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import {
  addedAction,
  agreed,
  agreedCarePlan,
  answeredByPractice,
  registeredWith,
} from '@/tests/factories/care-plans'
import { makeSetting, type Setting } from './setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const asked = async () => {
  const { clinician, breast, patient } = setting
  return agreedCarePlan(clinician, await patient(), breast, {
    actions: [
      { what: 'Check the blood count', owner: 'practice' },
      { what: 'Ring', owner: 'team' },
    ],
  })
}
const shareOf = (plan: LivePlan, version = 0) => {
  const share = plan.versions[version]?.shares[0]
  if (!share) throw new Error('the version was not shared')
  return share.id
}
const actionOf = (plan: LivePlan, index = 0) => {
  const action = plan.items[0]?.actions[index]
  if (!action) throw new Error('no such action')
  return action
}

describe('a shared plan', () => {
  it('is read by its practice as it was sent, and marked as seen once', async () => {
    const { gp, clinician } = setting
    const plan = await asked()
    const shared = await getSharedPlan(gp, shareOf(plan))
    expect(shared).toMatchObject({ number: 1, isIntact: true, seen: null, isRegistered: true })
    expect(shared.content.items[0]?.goal).toBe('Walk to the park and back')
    expect(shared.askedActionIds).toEqual([actionOf(plan).id])
    await markPlanSeen(gp, { shareId: shareOf(plan) })
    const seen = (await getSharedPlan(gp, shareOf(plan))).seen
    expect(seen).toMatchObject({ by: 'Beryl Singh' })
    await markPlanSeen(gp, { shareId: shareOf(plan) })
    expect((await getSharedPlan(gp, shareOf(plan))).seen).toEqual(seen)
    expect(await setting.openTasks(plan.patientId, 'read_shared_plan')).toEqual([])
    expect(
      (await getLivePlan(clinician, { patientId: plan.patientId })).versions[0]?.shares[0]?.seenAt,
    ).toEqual(seen?.at)
    expect(await setting.events(plan.patientId)).toContain('care_plan.seen_by_practice')
  })

  it('once seen, needs no reading of the versions before', async () => {
    const { gp, clinician } = setting
    const plan = await asked()
    await addedAction(clinician, plan)
    const next = await agreed(clinician, await getLivePlan(clinician, { patientId: plan.patientId }))
    await markPlanSeen(gp, { shareId: shareOf(next, 1) })
    expect((await getSharedPlan(gp, shareOf(next))).seen).toBeNull()
    await markPlanSeen(gp, { shareId: shareOf(next) })
    const [newest, first] = [shareOf(next), shareOf(next, 1)].map((shareId) => getSharedPlan(gp, shareId))
    expect((await newest)?.seen).not.toBeNull()
    expect((await first)?.seen).not.toBeNull()
    const again = await asked()
    await addedAction(clinician, again)
    const skipped = await agreed(clinician, await getLivePlan(clinician, { patientId: again.patientId }))
    await markPlanSeen(gp, { shareId: shareOf(skipped) })
    expect((await getSharedPlan(gp, shareOf(skipped, 1))).seen).toMatchObject({ by: 'Beryl Singh' })
  })

  it('stays readable to the practice after the person moved, and nothing later reaches it', async () => {
    const { gp, otherGp, clinician, otherPractice } = setting
    const plan = await asked()
    await registeredWith(clinician, plan.patientId, otherPractice)
    const shared = await getSharedPlan(gp, shareOf(plan))
    expect(shared).toMatchObject({ isRegistered: false, askedActionIds: [] })
    expect(shared.content.person).toMatchObject({ familyName: 'Smith' })
    await expect(markPlanSeen(gp, { shareId: shareOf(plan) })).resolves.toBeNull()
    await expect(getSharedPlan(otherGp, shareOf(plan))).rejects.toThrow(NotFound)
    await expect(getPracticeAction(gp, actionOf(plan).id)).rejects.toThrow(NotFound)
  })

  it('is not for another practice, nor its other pages for any practice', async () => {
    const { gp, otherGp, clinician, urologist } = setting
    const plan = await asked()
    for (const actor of [otherGp, clinician, urologist])
      await expect(getSharedPlan(actor, shareOf(plan))).rejects.toThrow(NotFound)
    await expect(markPlanSeen(otherGp, { shareId: shareOf(plan) })).rejects.toThrow(NotFound)
    await expect(getCarePlanVersion(gp, { patientId: plan.patientId, number: '1' })).rejects.toThrow(
      NotAllowed,
    )
    await expect(getSharedPlan(gp, crypto.randomUUID())).rejects.toThrow(NotFound)
    await expect(getSharedPlan(gp, 'x')).rejects.toThrow(NotFound)
  })

  it('is all that the practice sees: no draft, no other action, no item, no version kept from it', async () => {
    const { gp, clinician, database } = setting
    const plan = await asked()
    await addedAction(clinician, plan, { what: 'Not for the practice' })
    const next = await agreed(clinician, await getLivePlan(clinician, { patientId: plan.patientId }))
    const client = await database.pools.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [gp.sessionId])
      const count = async (table: string) =>
        Number(
          (await client.query(`select count(*) from ${table} where patient_id = $1`, [plan.patientId]))
            .rows[0].count,
        )
      expect(await count('care_plan')).toBe(0)
      expect(await count('plan_item')).toBe(0)
      expect(await count('plan_item_review')).toBe(0)
      expect(await count('care_plan_event')).toBe(0)
      expect(await count('concern')).toBe(0)
      expect(await count('action')).toBe(1)
      expect(await count('care_plan_version')).toBe(2)
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(next.versions).toHaveLength(2)
  })
})

describe('what a practice is asked', () => {
  const answer = (plan: LivePlan, change: Partial<Parameters<typeof answerPracticeAction>[1]> = {}) => ({
    actionId: actionOf(plan).id,
    version: actionOf(plan).version,
    answer: 'done' as const,
    on: today(),
    note: 'Hb 132',
    reason: null,
    ...change,
  })

  it('is shown with the concern that it is for', async () => {
    const plan = await asked()
    const page = await getPracticeAction(setting.gp, actionOf(plan).id)
    expect(page).toMatchObject({
      what: 'Check the blood count',
      state: 'open',
      answer: null,
      concern: { code: 'fatigue', score: 8 },
      shareId: shareOf(plan),
      person: { name: 'SMITH, Anne' },
    })
  })

  it('done is done, with its date and a note', async () => {
    const plan = await asked()
    await answerPracticeAction(setting.gp, answer(plan))
    const after = await getLivePlan(setting.clinician, { patientId: plan.patientId })
    expect(actionOf(after)).toMatchObject({ state: 'done' })
    expect(actionOf(after).history.at(-1)).toMatchObject({ kind: 'done', note: 'Hb 132', by: 'Beryl Singh' })
    expect((await setting.openTasks(plan.patientId)).map(({ subject_id }) => subject_id)).not.toContain(
      actionOf(plan).id,
    )
    await expect(answerPracticeAction(setting.gp, answer(plan))).rejects.toThrow('answered already')
  })

  it('declined goes back to the hospital team, which finds another way', async () => {
    const { gp, clinician, breast } = setting
    const plan = await asked()
    await expect(answerPracticeAction(gp, answer(plan, { answer: 'declined' }))).rejects.toMatchObject({
      errors: [{ field: 'reason' }],
    })
    await answeredByPractice(gp, actionOf(plan))
    const mine = async () =>
      (await setting.openTasks(plan.patientId)).filter(({ subject_id }) => subject_id === actionOf(plan).id)
    expect(await mine()).toMatchObject([
      {
        kind: 'reassign_declined_action',
        team_id: breast,
        due_on: addDays(today(), 7),
        detail: 'Check the blood count',
      },
    ])
    const declined = await getLivePlan(clinician, { patientId: plan.patientId })
    expect(actionOf(declined).state).toBe('declined')
    expect(planFaults(declined)).toEqual([
      { field: '', message: expect.stringContaining('The practice said no to 1 action') },
    ])
    await changeAction(clinician, {
      patientId: plan.patientId,
      actionId: actionOf(declined).id,
      version: actionOf(declined).version,
      what: 'Check the blood count',
      ownerKind: 'team',
      ownerStaffId: '',
      dueOn: addDays(today(), 3),
      helpChoice: 'none',
      help: null,
    })
    expect(await mine()).toMatchObject([{ kind: 'complete_action', team_id: breast }])
    expect(await setting.events(plan.patientId)).toEqual(
      expect.arrayContaining(['action.declined', 'action.changed']),
    )
  })

  it('comes back to the hospital team when the person leaves the practice', async () => {
    const { clinician, otherPractice } = setting
    const plan = await asked()
    const view = () => getAction(clinician, { patientId: plan.patientId, actionId: actionOf(plan).id })
    expect(await view()).toMatchObject({ isWithFormerPractice: false, mayChange: true })
    await registeredWith(clinician, plan.patientId, otherPractice)
    expect(await view()).toMatchObject({ isWithFormerPractice: true })
    await addedAction(clinician, plan)
    const changed = await getLivePlan(clinician, { patientId: plan.patientId })
    await expect(agreed(clinician, changed)).rejects.toMatchObject({
      errors: [{ field: 'share', message: expect.stringContaining('another practice') }],
    })
  })

  it('by two colleagues at once is answered once', async () => {
    const plan = await asked()
    const results = await Promise.allSettled([
      answerPracticeAction(setting.gp, answer(plan)),
      answerPracticeAction(setting.gp, answer(plan, { answer: 'declined', reason: 'No' })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is answered as it was shown, by the practice asked', async () => {
    const { gp, otherGp, clinician } = setting
    const plan = await asked()
    await expect(answerPracticeAction(gp, answer(plan, { version: 9 }))).rejects.toThrow(Stale)
    await expect(answerPracticeAction(otherGp, answer(plan))).rejects.toThrow(NotFound)
    await expect(answerPracticeAction(clinician, answer(plan))).rejects.toThrow(NotFound)
    const other = answer(plan, { actionId: actionOf(plan, 1).id })
    await expect(answerPracticeAction(gp, other)).rejects.toThrow(NotFound)
  })
})
