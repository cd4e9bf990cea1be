import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { answerReferral } from '@/lib/care-teams/answer-referral'
import { beginCare } from '@/lib/care-teams/begin-care'
import { getCareTeam } from '@/lib/care-teams/care-team'
import { endCare } from '@/lib/care-teams/end-care'
import { findReferral } from '@/lib/care-teams/referral'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { getTasksOfPatient } from '@/lib/tasks/task-history'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { teamId } from '@/tests/factories/people-who-work'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
let colorectal: string
beforeAll(async () => {
  setting = await makeSetting()
  colorectal = await teamId(setting.database.pools.owner, 'ZT101-COLORECTAL')
})
afterAll(() => setting.database.drop())

type Answer = Parameters<typeof answerReferral>[1]
const answer = (patientId: string, change: Partial<Answer> = {}, actor: Actor = setting.urologist) =>
  answerReferral(actor, {
    patientId,
    teamId: setting.urology,
    answer: 'accepted',
    staffId: setting.urologist.staffId,
    reason: null,
    ...change,
  })
const REASON = 'No room before March'
const declined = { answer: 'declined', staffId: '', reason: REASON } as const

async function referred(): Promise<string> {
  const patientId = await setting.patient()
  await beginCare(setting.supportWorker, { patientId, teamId: setting.urology })
  return patientId
}

describe('a referral', () => {
  it('is on the worklist of the team that it goes to, for a week, and says who referred', async () => {
    const { urologist, urology, breast } = setting
    const patientId = await referred()
    expect(await setting.openTasks(patientId, 'receive_referral')).toEqual([
      expect.objectContaining({ team_id: urology, due_on: addDays(today(), 7), subject_id: breast }),
    ])
    const list = await getWorklist(urologist, parseWorklistFilter({ kind: 'receive_referral' }))
    expect(list.rows.map((row) => row.patient_id)).toContain(patientId)
    expect(await findReferral(urologist, patientId)).toMatchObject({
      team: { id: urology },
      from: expect.stringContaining('breast'),
      members: [{ staffId: urologist.staffId }],
      mayDecline: true,
    })
  })

  it('is taken on by a named member, once', async () => {
    const { urologist, clinician } = setting
    const patientId = await referred()
    await expect(answer(patientId, { staffId: '' })).rejects.toMatchObject({ errors: [{ field: 'staffId' }] })
    await expect(answer(patientId, { staffId: clinician.staffId })).rejects.toThrow(RuleBroken)
    await answer(patientId)
    expect(await setting.openTasks(patientId)).toEqual([])
    expect(await findReferral(urologist, patientId)).toBeNull()
    expect(await getTasksOfPatient(urologist, patientId)).toMatchObject([
      { step: 'closed', how: 'met', reason: 'Taken on by Beryl Rao', task: { kind: 'receive_referral' } },
    ])
    expect(await setting.events(patientId)).toContain('care_relationship.accepted')
    await expect(answer(patientId)).rejects.toThrow(NotFound)
  })

  it('is declined with a reason: the team lets go, and who referred finds another way', async () => {
    const { urologist, clinician, breast, urology } = setting
    const patientId = await referred()
    await asActor(urologist, (tx) =>
      openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId: urology, dueOn: today() }]),
    )
    const wordless = answer(patientId, { ...declined, reason: null })
    await expect(wordless).rejects.toMatchObject({ errors: [{ field: 'reason' }] })
    await answer(patientId, declined)
    expect(await setting.openTasks(patientId)).toEqual([
      expect.objectContaining({ kind: 'offer_assessment', team_id: breast }),
      expect.objectContaining({
        kind: 'replace_declined_referral',
        team_id: breast,
        due_on: addDays(today(), 7),
        detail: REASON,
      }),
    ])
    await expect(findReferral(urologist, patientId)).rejects.toThrow(NotFound)
    const view = await getCareTeam(clinician, patientId)
    expect(view.declined).toMatchObject([{ team: expect.stringContaining('urology'), reason: REASON }])
    await beginCare(clinician, { patientId, teamId: colorectal })
    expect((await getCareTeam(clinician, patientId)).declined).toEqual([])
  })

  it('is given back by a team that ends its care instead: who referred finds another way', async () => {
    const { urologist, urology, breast } = setting
    for (const openTasks of ['close', breast]) {
      const patientId = await referred()
      await endCare(urologist, { patientId, teamId: urology, reason: REASON, openTasks })
      expect(await setting.openTasks(patientId)).toEqual([
        expect.objectContaining({
          kind: 'replace_declined_referral',
          team_id: breast,
          subject_id: urology,
          due_on: addDays(today(), 7),
          detail: REASON,
        }),
      ])
    }
  })

  it('ends with the care where no other team is left', async () => {
    const { clinician, urologist, urology, breast } = setting
    const patientId = await referred()
    await endCare(clinician, { patientId, teamId: breast, reason: 'Moved', openTasks: '' })
    await endCare(urologist, { patientId, teamId: urology, reason: REASON, openTasks: 'close' })
    expect(await setting.openTasks(patientId)).toEqual([])
  })

  it('to two teams is answered by each for itself', async () => {
    const { clinician } = setting
    const patientId = await referred()
    await beginCare(clinician, { patientId, teamId: colorectal })
    await answer(patientId)
    expect(await setting.openTasks(patientId)).toMatchObject([
      { kind: 'receive_referral', team_id: colorectal },
    ])
  })

  it('leaves nobody without a team: declined where the referring team has let go, it stays', async () => {
    const { clinician, urologist, breast } = setting
    const patientId = await referred()
    await endCare(clinician, { patientId, teamId: breast, reason: 'Moved', openTasks: '' })
    expect(await findReferral(urologist, patientId)).toMatchObject({ from: null, mayDecline: false })
    await expect(answer(patientId, declined)).rejects.toThrow('No other team')
    expect(await setting.openTasks(patientId, 'receive_referral')).toHaveLength(1)
  })

  it('is answered by nobody but that team', async () => {
    const { clinician, gp, otherGp } = setting
    const patientId = await referred()
    await expect(answer(patientId, {}, clinician)).rejects.toThrow(NotFound)
    await expect(answer(patientId, {}, gp)).rejects.toThrow(NotAllowed)
    await expect(answer(patientId, {}, otherGp)).rejects.toThrow(NotFound)
    expect(await findReferral(clinician, patientId)).toBeNull()
  })
})
