import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreeCarePlan } from '@/lib/care-plans/agree-care-plan'
import { canonicalJson } from '@/lib/platform/canonical-json'
import type { LivePlan } from '@/lib/care-plans/care-plan'
import { changePlanItem } from '@/lib/care-plans/change-plan-item'
import { declineCarePlan } from '@/lib/care-plans/decline-care-plan'
import { frozenPlanOf } from '@/lib/care-plans/freeze'
import { offerCarePlan } from '@/lib/care-plans/offer-care-plan'
import { getLivePlan } from '@/lib/care-plans/queries'
import { shareStandingPlans } from '@/lib/care-plans/share-standing-plans'
import { getCarePlanVersion } from '@/lib/care-plans/version-queries'
import { asActor } from '@/lib/access/as-actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import {
  addedAction,
  agreed,
  agreedCarePlan,
  declinedCarePlan,
  draftedCarePlan,
  offeredCarePlan,
  registeredWith,
  shown,
} from '@/tests/factories/care-plans'
import { makeSetting, type Setting } from './setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const agreement = (plan: LivePlan, change: Partial<Parameters<typeof agreeCarePlan>[1]> = {}) => ({
  ...shown(plan),
  agreedOn: today(),
  agreedBy: 'person' as const,
  proxyName: null,
  proxyRelationship: null,
  reviewOn: addDays(today(), 84),
  share: 'yes' as const,
  notSharedReason: null,
  staffRoleCode: '01' as const,
  ...change,
})
const faultsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: { errors?: { field: string }[] }) => error.errors?.map(({ field }) => field),
  )

describe('agreeing a plan', () => {
  it('freezes just what stands, whole, with its hash', async () => {
    const { clinician, breast, patient, database } = setting
    const plan = await agreedCarePlan(clinician, await patient({ givenName: 'Zoë' }), breast, {
      actions: [{ owner: 'person', help: 'Start with five minutes' }, { owner: 'practice' }],
    })
    const version = await getCarePlanVersion(clinician, { patientId: plan.patientId, number: '1' })
    const [line] = plan.versions
    const fresh = frozenPlanOf(plan, {
      on: today(),
      with: 'Zoë Smith',
      reviewOn: addDays(today(), 84),
      isShared: true,
      practice: line?.shares[0]?.teamName ?? null,
    })
    expect(canonicalJson(version.content)).toBe(canonicalJson(fresh))
    expect(version).toMatchObject({ isIntact: true, changes: [] })
    const { rows } = await database.superuser.query(
      'select content, content_hash from care_plan_version where patient_id = $1',
      [plan.patientId],
    )
    const hash = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(canonicalJson(rows[0].content)),
    )
    expect(Buffer.from(hash).toString('hex')).toBe(rows[0].content_hash)
  })

  it('keeps the version as it was, whatever is changed after, and nobody can change it', async () => {
    const { clinician, breast, patient, database } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    const [item] = plan.items
    if (!item) throw new Error('no item')
    await changePlanItem(clinician, {
      patientId: plan.patientId,
      itemId: item.id,
      version: item.version,
      whatMatters: null,
      goal: 'Another',
      leaveOut: false,
    })
    const { content } = await getCarePlanVersion(clinician, { patientId: plan.patientId, number: '1' })
    expect(content.items[0]?.goal).toBe('Walk to the park and back')
    for (const statement of ['update care_plan_version set number = 9', 'delete from care_plan_version']) {
      const aimed = `${statement} where patient_id = '${plan.patientId}'`
      await expect(database.superuser.query(aimed)).rejects.toThrow('append-only')
      await expect(database.pools.app.query(aimed)).rejects.toThrow('permission denied')
    }
  })

  it('says what changed since the version before', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await addedAction(clinician, plan, { what: 'Join the walking group', owner: 'person' })
    const changed = await getLivePlan(clinician, { patientId: plan.patientId })
    const next = await agreed(clinician, changed)
    expect(next.versions[0]?.changes).toEqual([
      expect.stringContaining('new action: Join the walking group (Anne Smith, by '),
    ])
    expect(next.standing).toMatchObject({ state: 'agreed', agreedVersion: 2 })
  })

  it('opens what is owed: each action to its owner, the review, the reading; and closes the agreeing', async () => {
    const { clinician, supportWorker, breast, practice, patient } = setting
    const patientId = await patient()
    const plan = await agreedCarePlan(clinician, patientId, breast, {
      actions: [
        { what: 'Walk', owner: 'person', dueInDays: 10 },
        { what: 'Ring', owner: { staffId: supportWorker.staffId }, dueInDays: 20 },
        { what: 'Blood test', owner: 'practice', dueInDays: 5 },
      ],
    })
    const tasks = await setting.openTasks(patientId)
    const [walk, ring, test] = plan.items[0]?.actions ?? []
    expect(tasks).toEqual([
      expect.objectContaining({
        kind: 'answer_practice_request',
        team_id: practice,
        due_on: addDays(today(), 5),
        subject_id: test?.id,
      }),
      expect.objectContaining({
        kind: 'complete_action',
        team_id: breast,
        owner_staff_id: null,
        due_on: addDays(today(), 10),
        subject_id: walk?.id,
        detail: 'Ask how it went: Walk',
      }),
      expect.objectContaining({
        kind: 'complete_action',
        owner_staff_id: supportWorker.staffId,
        subject_id: ring?.id,
      }),
      expect.objectContaining({
        kind: 'read_shared_plan',
        team_id: practice,
        due_on: addDays(today(), 7),
        subject_id: plan.versions[0]?.shares[0]?.id,
      }),
      expect.objectContaining({
        kind: 'review_care_plan',
        team_id: breast,
        due_on: addDays(today(), 84),
        subject_id: plan.id,
      }),
    ])
    expect(await setting.events(patientId)).toEqual(
      expect.arrayContaining(['care_plan.agreed', 'care_plan.shared']),
    )
  })

  it('done twice by one submission is done once', async () => {
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    const actor = { ...clinician, submission: { id: crypto.randomUUID(), action: 'care-plan.agree' } }
    const both = await Promise.all([1, 2].map(() => agreeCarePlan(actor, agreement(plan))))
    expect(both).toEqual([
      { number: 1, sharing: 'shared' },
      { number: 1, sharing: 'shared' },
    ])
    expect((await getLivePlan(clinician, { patientId: plan.patientId })).versions).toHaveLength(1)
  })

  it('is of what was shown: a plan that changed since is not agreed', async () => {
    const { clinician, supportWorker, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    await addedAction(supportWorker, plan)
    const late = agreeCarePlan(clinician, agreement(plan))
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({ changedBy: 'Beryl Price' })
  })

  it('names who agreed for the person', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast, {
      proxy: { name: 'Jan Smith', relationship: 'husband' },
    })
    expect(plan.versions[0]?.agreedWith).toBe('Jan Smith (husband), for Anne Smith')
  })

  it('needs a date after the assessment, a later review, and a name for a proxy', async () => {
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    const faults = (change: Parameters<typeof agreement>[1]) =>
      faultsOf(agreeCarePlan(clinician, agreement(plan, change)))
    expect(await faults({ agreedOn: addDays(today(), -1) })).toEqual(['agreedOn'])
    expect(await faults({ reviewOn: today() })).toEqual(['reviewOn'])
    expect(await faults({ reviewOn: addDays(today(), 731) })).toEqual(['reviewOn'])
    expect(await faults({ agreedBy: 'proxy' })).toEqual(['proxyName', 'proxyRelationship'])
  })

  it('needs a goal or an action for each priority', async () => {
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast, { goal: null, actions: [] })
    await expect(agreeCarePlan(clinician, agreement(plan))).rejects.toThrow('needs a goal or an action')
  })

  it('is refused twice for the same plan', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await expect(agreeCarePlan(clinician, agreement(plan))).rejects.toThrow('agreed already')
  })

  it('is for the hospital teams that care, while the person lives', async () => {
    const { clinician, supportWorker, urologist, gp, breast, patient, database } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    await expect(agreeCarePlan(urologist, agreement(plan))).rejects.toThrow(NotFound)
    await expect(agreeCarePlan(gp, agreement(plan))).rejects.toThrow(NotAllowed)
    await database.superuser.query('update patient set died_on = current_date where id = $1', [
      plan.patientId,
    ])
    await expect(agreeCarePlan(clinician, agreement(plan))).rejects.toThrow('has died')
    const other = await draftedCarePlan(supportWorker, await patient(), breast)
    await expect(agreeCarePlan(supportWorker, agreement(other))).resolves.toMatchObject({ number: 1 })
  })
})

describe('sharing', () => {
  it('does not happen when the person says no, and nothing can then be asked of the practice', async () => {
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast, {
      actions: [{ owner: 'practice' }],
    })
    const no = { share: 'no' as const, notSharedReason: 'Knows the receptionist' }
    expect(await faultsOf(agreeCarePlan(clinician, agreement(plan, no)))).toEqual(['share'])
    const kept = await agreedCarePlan(clinician, await patient(), breast, no)
    expect(kept.versions[0]?.shares).toEqual([])
    expect(kept.standing.isKeptFromPractice).toBe(true)
    expect(kept.history.at(-1)).toMatchObject({ kind: 'not_shared', reason: 'Knows the receptionist' })
    expect(await setting.openTasks(kept.patientId, 'read_shared_plan')).toEqual([])
    expect(await setting.events(kept.patientId)).toContain('care_plan.not_shared')
  })

  it('waits for a practice to be found, and then happens', async () => {
    const { clinician, breast, practice, patient } = setting
    const patientId = await patient({ practice: false })
    const plan = await draftedCarePlan(clinician, patientId, breast)
    expect(await agreeCarePlan(clinician, agreement(plan))).toEqual({ number: 1, sharing: 'no_practice' })
    expect(await setting.openTasks(patientId, 'find_practice')).toHaveLength(1)
    await registeredWith(clinician, patientId, practice)
    const share = () => asActor(clinician, (tx) => shareStandingPlans(tx, clinician, patientId))
    expect(await share()).toBe(1)
    expect(await share()).toBe(0)
    expect(await setting.openTasks(patientId, 'read_shared_plan')).toHaveLength(1)
  })

  it('leaves the practice one version to read: the newest', async () => {
    const { clinician, breast, patient } = setting
    const plan = await agreedCarePlan(clinician, await patient(), breast)
    await addedAction(clinician, plan)
    const next = await agreed(clinician, await getLivePlan(clinician, { patientId: plan.patientId }))
    expect(await setting.openTasks(plan.patientId, 'read_shared_plan')).toMatchObject([
      { subject_id: next.versions[0]?.shares[0]?.id },
    ])
  })
})

describe('offering and declining', () => {
  it('are dated facts, and declining closes what was owed', async () => {
    const { clinician, breast, patient } = setting
    const offered = await offeredCarePlan(clinician, await patient(), breast)
    expect(offered.standing.state).toBe('offered')
    const plan = await declinedCarePlan(clinician, await patient(), breast, {
      outcome: 'unable',
      reason: 'Too unwell to talk',
    })
    expect(plan.standing.state).toBe('unable')
    expect(plan.history.at(-1)).toMatchObject({ kind: 'unable', reason: 'Too unwell to talk' })
    expect(await setting.openTasks(plan.patientId)).toEqual([])
    expect(await setting.events(plan.patientId)).toContain('care_plan.unable')
  })

  it('cannot happen before the assessment, nor to an agreed plan', async () => {
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    const before = addDays(today(), -1)
    const facts = { staffRoleCode: '01' as const }
    expect(await faultsOf(offerCarePlan(clinician, { ...shown(plan), ...facts, offeredOn: before }))).toEqual(
      ['offeredOn'],
    )
    const declining = { ...facts, outcome: 'declined' as const, reason: 'No' }
    expect(await faultsOf(declineCarePlan(clinician, { ...shown(plan), ...declining, on: before }))).toEqual([
      'on',
    ])
    const done = await agreed(clinician, plan)
    await expect(declineCarePlan(clinician, { ...shown(done), ...declining, on: today() })).rejects.toThrow(
      'settled',
    )
    await expect(offerCarePlan(clinician, { ...shown(done), ...facts, offeredOn: today() })).rejects.toThrow(
      'next version',
    )
  })

  it('are not for a practice or another team', async () => {
    const { clinician, gp, urologist, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    const offer = { ...shown(plan), offeredOn: today(), staffRoleCode: '01' as const }
    await expect(offerCarePlan(gp, offer)).rejects.toThrow(NotAllowed)
    await expect(offerCarePlan(urologist, offer)).rejects.toThrow(NotFound)
  })
})
