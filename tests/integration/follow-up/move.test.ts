import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getChosenRehearsal, getRehearsal } from '@/lib/follow-up/get-rehearsal'
import { listPublishedProtocols } from '@/lib/follow-up/list-published-protocols'
import { getMoved, MOVE_PEOPLE, movePeople } from '@/lib/follow-up/move-people'
import type { Protocol } from '@/lib/follow-up/protocol'
import { addDays, addMonths } from '@/lib/nhs/calendar-date'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { AFTER_PROSTATE_SURGERY, onPathway, type FollowUpPlan } from '@/tests/factories/follow-up'
import { knownProtocol, publishedAs } from '@/tests/factories/protocols'
import { filedResult } from '@/tests/factories/results'
import { makeSetting, type Setting } from '../care-plans/setting'

const CODE = 'prostate-after-surgery'
const NEXT = '2026-12'
let setting: Setting
beforeEach(async () => {
  setting = await makeSetting()
})
afterEach(() => setting.database.drop())

const place = () => ({ organisationId: setting.clinician.memberships[0]?.organisationId ?? '', code: CODE })

/** On the first version, with the operation so many months ago. */
async function onFirst(months: number, plan: FollowUpPlan = {}) {
  const patientId = await setting.patient()
  const anchorOn = addMonths(today(), -months)
  const { pathwayId } = await onPathway(setting.clinician, patientId, {
    ...AFTER_PROSTATE_SURGERY,
    anchorOn,
    ...plan,
  })
  return { patientId, pathwayId, anchorOn }
}
const publishNext = (change: Partial<Protocol> = {}) =>
  publishedAs(setting.database.pools.owner, 'ZT101', { ...knownProtocol(`${CODE}.${NEXT}`), ...change }, 2)
const rehearsed = () => getRehearsal(setting.clinician, place(), 1)

type Chosen = { pathwayId: string; pathwayVersion: number }
const move = (pathway: readonly Chosen[], { by = setting.clinician, version = NEXT } = {}) =>
  movePeople(by, {
    organisationId: place().organisationId,
    protocol: CODE,
    version,
    pathway: [...pathway],
    reason: 'Published this week',
  })
const versionsOf = async (pathwayId: string) => {
  const { rows } = await setting.database.superuser.query(
    'select protocol_version as version, reason from pathway_protocol where pathway_id = $1 order by number',
    [pathwayId],
  )
  return rows.map(({ version, reason }) => [version, reason])
}
const submitting = (actor: Actor, id: string): Actor => ({
  ...actor,
  submission: { id, action: MOVE_PEOPLE },
})

describe('the page of a person', () => {
  const saidTo = async (actor: Actor, patientId: string) =>
    (await getFollowUp(actor, patientId)).pathways.map(({ otherVersion }) => otherVersion)

  it('says that another version is published, and shows what it would change to who may see it', async () => {
    const { clinician, supportWorker, gp } = setting
    const { patientId, pathwayId } = await onFirst(8)
    for (const actor of [clinician, supportWorker, gp]) expect(await saidTo(actor, patientId)).toEqual([null])
    await publishNext()
    const other = { published: NEXT, kept: knownProtocol(CODE).version }
    expect(await saidTo(clinician, patientId)).toEqual([{ ...other, rehearsal: place() }])
    expect(await saidTo(supportWorker, patientId)).toEqual([{ ...other, rehearsal: null }])
    expect(await saidTo(gp, patientId)).toEqual([null])
    const { people } = await rehearsed()
    await move(people.map((one) => ({ pathwayId: one.pathwayId, pathwayVersion: one.pathwayVersion })))
    expect(people.map((one) => one.pathwayId)).toEqual([pathwayId])
    expect(await saidTo(clinician, patientId)).toEqual([null])
  })
})

describe('the rehearsal of a published version', () => {
  it('names whose date changes and by how much, and moves nobody', async () => {
    const { pathwayId, patientId, anchorOn } = await onFirst(25)
    const other = await onFirst(9)
    await publishNext()
    const before = await setting.openTasks(patientId)
    const { people, counts } = await rehearsed()
    expect(counts).toEqual({ people: 2, dateChanges: 1, becomesOverdue: 0, noLongerDue: 0, lostOverrides: 0 })
    const [from, to] = [addMonths(anchorOn, 36), addMonths(anchorOn, 30)]
    expect(people.map((one) => [one.pathwayId, one.from, one.moved])).toEqual([
      [pathwayId, '2026-11', [{ name: 'PSA', before: from, after: to, days: expect.any(Number) }]],
      [other.pathwayId, '2026-11', []],
    ])
    expect(addDays(from, people[0]?.moved[0]?.days ?? 0)).toBe(to)
    expect(await setting.openTasks(patientId)).toEqual(before)
    expect(await versionsOf(pathwayId)).toEqual([['2026-11', null]])
    const list = await listPublishedProtocols(setting.clinician)
    expect(list.find(({ code }) => code === CODE)).toMatchObject({ version: NEXT, onOtherVersion: 2 })
  })

  it('names first who would have a test overdue at once', async () => {
    await onFirst(25)
    const late = await onFirst(32, { decidedOn: addMonths(today(), -8) })
    await publishNext()
    const { people, counts } = await rehearsed()
    expect(people.map((one) => [one.pathwayId, one.becomesOverdue])[0]).toEqual([
      late.pathwayId,
      [{ name: 'PSA', dueOn: addMonths(late.anchorOn, 30) }],
    ])
    expect(counts).toMatchObject({ people: 2, becomesOverdue: 1 })
  })

  it('is for clinicians, of the people of their teams, of what the trust has published', async () => {
    await onFirst(25)
    await publishNext()
    for (const actor of [setting.supportWorker, setting.gp])
      await expect(getRehearsal(actor, place(), 1)).rejects.toThrow(NotAllowed)
    expect((await getRehearsal(setting.urologist, place(), 1)).people).toEqual([])
    await expect(getRehearsal(setting.clinician, { ...place(), code: 'none' }, 1)).rejects.toThrow(NotFound)
    const elsewhere = { ...place(), organisationId: uuidv7() }
    await expect(getRehearsal(setting.clinician, elsewhere, 1)).rejects.toThrow(NotFound)
  })
})

describe('moving people to a published version', () => {
  it('moves the chosen, keeps what they had, works out what is owed, and leaves the others listed', async () => {
    const { pathwayId, patientId, anchorOn } = await onFirst(25)
    const stays = await onFirst(26)
    await publishNext()
    const [chosen] = (await getChosenRehearsal(setting.clinician, place(), [pathwayId])).people
    expect(chosen?.pathwayId).toBe(pathwayId)
    expect(await move(chosen ? [chosen] : [])).toEqual({ moved: [pathwayId], left: [] })
    expect(await versionsOf(pathwayId)).toEqual([
      ['2026-11', null],
      [NEXT, 'Published this week'],
    ])
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).toMatchObject([
      { due_on: addMonths(anchorOn, 30) },
    ])
    expect(await setting.events(patientId)).toContain('follow_up.moved_to_version')
    expect((await rehearsed()).people.map((one) => one.pathwayId)).toEqual([stays.pathwayId])
    expect(await versionsOf(stays.pathwayId)).toEqual([['2026-11', null]])
  })

  it('pressed twice moves once and says the same; asked again, says that it was done', async () => {
    const { pathwayId } = await onFirst(25)
    await publishNext()
    const { people } = await rehearsed()
    const submission = uuidv7()
    const actor = submitting(setting.clinician, submission)
    const both = await Promise.all([move(people, { by: actor }), move(people, { by: actor })])
    expect(both).toEqual([
      { moved: [pathwayId], left: [] },
      { moved: [pathwayId], left: [] },
    ])
    expect(await getMoved(setting.clinician, submission)).toEqual(both[0])
    expect(await getMoved(setting.urologist, submission)).toBeNull()
    expect(await move(people)).toEqual({ moved: [], left: [{ pathwayId, why: 'moved_before' }] })
    expect(await versionsOf(pathwayId)).toHaveLength(2)
  })

  it('leaves who changed, died, ended or left since the rehearsal, and moves the others', async () => {
    const [moves, changes, dies, ends] = [
      await onFirst(25),
      await onFirst(25),
      await onFirst(25),
      await onFirst(25),
    ]
    await publishNext()
    const { people } = await rehearsed()
    const step = (pathwayId: string, patientId: string, what: 'suspended' | 'ended') =>
      changePathway(setting.clinician, {
        ...{
          pathwayId,
          patientId,
          version: 1,
          step: what,
          on: today(),
          byOn: addDays(today(), 9),
          teamId: '',
        },
        ...{ end: 'person_declined', letter: null, reason: 'As agreed' },
      })
    await step(changes.pathwayId, changes.patientId, 'suspended')
    await step(ends.pathwayId, ends.patientId, 'ended')
    const death = { patientId: dies.patientId, version: 1, diedOn: today(), isChecked: true }
    await recordDeath(setting.clinician, death)
    const unknown = { pathwayId: uuidv7(), pathwayVersion: 1 }
    const { moved, left } = await move([...people, unknown])
    expect(moved).toEqual([moves.pathwayId])
    expect(new Map(left.map(({ pathwayId, why }) => [pathwayId, why]))).toEqual(
      new Map([
        [changes.pathwayId, 'changed'],
        [dies.pathwayId, 'died'],
        [ends.pathwayId, 'ended'],
        [unknown.pathwayId, 'not_in_care'],
      ]),
    )
    for (const { pathwayId } of [changes, dies, ends]) expect(await versionsOf(pathwayId)).toHaveLength(1)
  })

  it('judges standing results by the new version: an alert is not missed', async () => {
    const { pathwayId, patientId } = await onFirst(25)
    const resultId = await filedResult(setting.clinician, patientId, {
      value: '0.15',
      sampledOn: addMonths(today(), -1),
      confirmedSlip: 'Seen on the laboratory’s system',
    })
    const inRange = async () => {
      const { rows } = await setting.database.superuser.query(
        'select is_in_range, protocol_version from result_judgement where result_id = $1 order by id',
        [resultId],
      )
      return rows.map((row) => [row.is_in_range, row.protocol_version])
    }
    expect(await inRange()).toEqual([[true, '2026-11']])
    const alerts = knownProtocol(CODE).alerts.map((rule) =>
      rule.kind === 'limit' ? { ...rule, value: 0.1 } : rule,
    )
    await publishNext({ alerts })
    expect(await move((await rehearsed()).people)).toMatchObject({ moved: [pathwayId] })
    expect(await inRange()).toEqual([
      [true, '2026-11'],
      [false, NEXT],
    ])
  })

  it('refuses once something else is published, and is for clinicians of the people’s teams', async () => {
    const { pathwayId } = await onFirst(25)
    await publishNext()
    const { people } = await rehearsed()
    await expect(move(people, { version: '2026-11' })).rejects.toThrow(RuleBroken)
    for (const by of [setting.supportWorker, setting.gp])
      await expect(move(people, { by })).rejects.toThrow(NotAllowed)
    expect(await move(people, { by: setting.urologist })).toEqual({
      moved: [],
      left: [{ pathwayId, why: 'not_in_care' }],
    })
  })
})
