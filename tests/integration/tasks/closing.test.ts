import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { getCarePlanPage } from '@/lib/care-plans/queries'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { closeTask } from '@/lib/tasks/close-task'
import { followTask } from '@/lib/tasks/follow-task'
import { openTasks } from '@/lib/tasks/open-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { getTasksOfPatient } from '@/lib/tasks/task-history'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { getTreatmentSummary, listTreatmentSummaries } from '@/lib/treatment-summaries/queries'
import {
  amendedSummary,
  changedSection,
  draftedSummary,
  shownSummary,
  signedSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import { DECLINED, makeRequestSetting, type RequestSetting } from '../practice-requests/setting'

let setting: RequestSetting
beforeAll(async () => {
  setting = await makeRequestSetting()
})
afterAll(() => setting.database.drop())

const REASON = 'Written by the other hospital'

async function taskOf(patientId: string, kind: TaskKind) {
  const { rows } = await setting.database.superuser.query<{ id: string; version: number }>(
    'select id, version from task where patient_id = $1 and kind = $2::task_kind and closed_at is null',
    [patientId, kind],
  )
  const [task] = rows
  if (!task || rows.length > 1) throw new Error(`${rows.length} tasks`)
  return { taskId: task.id, version: task.version }
}
const close = async (patientId: string, kind: TaskKind, by: Actor = setting.clinician) =>
  closeTask(by, { ...(await taskOf(patientId, kind)), reason: REASON }, followTask)

const kinds = Object.keys(TASK_KINDS) as TaskKind[]
const refusing = (step: 'closing' | 'postponing') =>
  kinds.filter((kind) => TASK_KINDS[kind][step].means === 'refused')

async function opened(kind: TaskKind) {
  const { breast, practice, clinician, gp } = setting
  const patientId = await setting.patient()
  const teamId = TASK_KINDS[kind].worker === 'practice' ? practice : breast
  await asActor(clinician, (tx) => openTasks(tx, [{ kind, patientId, teamId, dueOn: today() }]))
  const worker = teamId === practice ? gp : clinician
  return { patientId, worker, task: await taskOf(patientId, kind) }
}

describe('a task that somebody waits for', () => {
  it.each(refusing('closing'))('is not closed with a reason: %s', async (kind) => {
    const { patientId, worker } = await opened(kind)
    const before = await setting.openTasks(patientId)
    await expect(close(patientId, kind, worker)).rejects.toThrow(
      new RuleBroken(TASK_KINDS[kind].closing.words),
    )
    expect(await setting.openTasks(patientId)).toEqual(before)
  })

  it.each(refusing('postponing'))('is not moved by who is waited for: %s', async (kind) => {
    const { patientId, worker, task } = await opened(kind)
    const before = await setting.openTasks(patientId)
    const late = { ...task, dueOn: addDays(today(), 30), reason: 'Busy' }
    await expect(postponeTask(worker, late, followTask)).rejects.toThrow(TASK_KINDS[kind].postponing.words)
    expect(await setting.openTasks(patientId)).toEqual(before)
  })
})

describe('a task that stands alone', () => {
  it('is closed with a reason, which the person’s page of what was done says', async () => {
    const { clinician } = setting
    for (const kind of kinds.filter((each) => TASK_KINDS[each].closing.means === 'stands_alone')) {
      const { patientId } = await opened(kind)
      await close(patientId, kind)
      expect(await getTasksOfPatient(clinician, patientId)).toMatchObject([
        { step: 'closed', how: 'with_reason', reason: REASON, task: { kind } },
      ])
    }
  })
})

describe('what was closed with a reason', () => {
  const GIVEN_UP = [{ step: 'closed', how: 'with_reason', reason: REASON }]

  it('is said beside the assessments, until an offer is owed again', async () => {
    const { clinician, breast } = setting
    const { patientId } = await opened('offer_assessment')
    expect((await listAssessments(clinician, patientId)).givenUp).toEqual([])
    await close(patientId, 'offer_assessment')
    expect((await listAssessments(clinician, patientId)).givenUp).toMatchObject(GIVEN_UP)
    const again = { kind: 'offer_assessment' as const, patientId, teamId: breast, dueOn: today() }
    await asActor(clinician, (tx) => openTasks(tx, [again]))
    expect((await listAssessments(clinician, patientId)).givenUp).toEqual([])
  })

  it('is said beside the care plan and the summaries', async () => {
    const { clinician } = setting
    const { patientId } = await opened('agree_care_plan')
    await close(patientId, 'agree_care_plan')
    expect((await getCarePlanPage(clinician, { patientId })).givenUp).toMatchObject(GIVEN_UP)
    const draft = await draftedSummary(clinician, patientId)
    await close(patientId, 'prepare_treatment_summary')
    const { summaries, givenUp } = await listTreatmentSummaries(clinician, draft.patientId)
    expect(summaries).toEqual([])
    expect(givenUp).toMatchObject(GIVEN_UP)
  })
})

describe('finding another way for what a practice declined, closed with a reason', () => {
  it('settles the request as not needed, for that reason', async () => {
    const request = await setting.answer(await setting.asked(), DECLINED)
    await close(request.patientId, 'settle_declined_request')
    expect(await setting.now(request)).toMatchObject({
      state: 'ended',
      answer: { kind: 'ended', note: `Not needed: ${REASON}`, on: today() },
    })
    expect(await setting.owed(request)).toEqual([])
    expect(await setting.events(request.patientId)).toContain('practice_request.settled')
  })

  it('at the same moment as it is settled: one of the two, said once', async () => {
    const request = await setting.answer(await setting.asked(), DECLINED)
    const both = await Promise.allSettled([
      close(request.patientId, 'settle_declined_request'),
      setting.settle(request),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { history } = await setting.now(request)
    expect(history.filter(({ kind }) => kind === 'ended' || kind === 'done')).toHaveLength(1)
  })
})

describe('writing a summary, closed with a reason', () => {
  it('discards a draft that was never signed', async () => {
    const { clinician } = setting
    const draft = await draftedSummary(clinician, await setting.patient())
    await close(draft.patientId, 'prepare_treatment_summary')
    await expect(getTreatmentSummary(clinician, shownSummary(draft))).rejects.toThrow(NotFound)
    expect(await setting.openTasks(draft.patientId, 'prepare_treatment_summary')).toEqual([])
    expect(await setting.events(draft.patientId)).toContain('treatment_summary.discarded')
  })

  it('leaves a signed summary as it was signed, ready to be amended anew', async () => {
    const { clinician } = setting
    const { summary } = await signedSummary(clinician, await setting.patient())
    const open = await amendedSummary(clinician, summary)
    await changedSection(clinician, open, 'contacts', { inHours: 'Another number' })
    await close(summary.patientId, 'prepare_treatment_summary')
    const after = await summaryNow(clinician, shownSummary(summary))
    expect(after).toMatchObject({ isDraft: false, versions: [{ number: 1 }] })
    expect(after.content).toEqual(summary.content)
    expect((await amendedSummary(clinician, after)).isDraft).toBe(true)
  })
})
