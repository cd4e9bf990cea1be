import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { followTask } from '@/lib/tasks/follow-task'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { closeTask } from '@/lib/tasks/close-task'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { getTask } from '@/lib/tasks/queries'
import { reassignTask } from '@/lib/tasks/reassign-task'
import { getTasksOfPatient } from '@/lib/tasks/task-history'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

async function withTasks(): Promise<{ patientId: string; taskId: string }> {
  const { clinician, breast, patient, database } = setting
  const patientId = await patient()
  const about = { patientId, teamId: breast, dueOn: today() }
  await asActor(clinician, (tx) =>
    openTasks(tx, [
      { ...about, kind: 'offer_assessment', detail: 'After surgery' },
      { ...about, kind: 'find_practice' },
    ]),
  )
  const { rows } = await database.superuser.query<{ id: string }>(
    `select id from task where patient_id = $1 and kind = 'offer_assessment'`,
    [patientId],
  )
  return { patientId, taskId: rows[0]?.id ?? '' }
}

describe('what was done with tasks', () => {
  it('says who handed on, moved, closed or met what, when and why, newest first', async () => {
    const { clinician, supportWorker } = setting
    const { patientId, taskId } = await withTasks()
    const to = addDays(today(), 9)
    await reassignTask(clinician, { taskId, version: 1, owner: supportWorker.staffId }, followTask)
    await postponeTask(supportWorker, { taskId, version: 2, dueOn: to, reason: 'On holiday' }, followTask)
    const { history } = await getTask(clinician, taskId)
    expect(history.map(({ step }) => step)).toEqual(['postponed', 'reassigned', 'opened'])
    await closeTask(clinician, { taskId, version: 3, reason: 'Offered on the ward' }, followTask)
    await asActor(clinician, (tx) => closeTasks(tx, { patientId, kinds: ['find_practice'], how: 'met' }))

    const task = { kind: 'offer_assessment', detail: 'After surgery' }
    const facts = await getTasksOfPatient(clinician, patientId)
    expect(facts).toMatchObject([
      { step: 'closed', how: 'met', task: { kind: 'find_practice' }, reason: null },
      { step: 'closed', how: 'with_reason', task, reason: 'Offered on the ward', by: 'Beryl Jones' },
      { step: 'postponed', from: today(), to, task, reason: 'On holiday', by: 'Beryl Price' },
      { step: 'reassigned', from: null, to: 'Beryl Price', task, reason: null, by: 'Beryl Jones' },
    ])
    expect(await setting.events(patientId)).toContain('patient.page_viewed')
  })

  it('is of the actor’s own teams only', async () => {
    const { clinician, urologist, gp } = setting
    const { patientId, taskId } = await withTasks()
    await closeTask(clinician, { taskId, version: 1, reason: 'Not wanted' }, followTask)
    expect(await getTasksOfPatient(clinician, patientId)).toHaveLength(1)
    expect(await getTasksOfPatient(gp, patientId)).toEqual([])
    await expect(getTasksOfPatient(urologist, patientId)).rejects.toThrow(NotFound)
  })
})
