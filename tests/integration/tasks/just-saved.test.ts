import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { findJustSaved } from '@/lib/tasks/just-saved'
import { openTasks } from '@/lib/tasks/open-task'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

/** Somebody for whom two things are open; one of them is done. */
async function oneDone(by: Actor): Promise<string> {
  const patientId = await setting.patient()
  const about = { patientId, teamId: setting.breast }
  await asActor(by, (tx) =>
    openTasks(tx, [
      { ...about, dueOn: today(), kind: 'offer_assessment', detail: 'After surgery' },
      { ...about, dueOn: addDays(today(), 3), kind: 'find_practice' },
    ]),
  )
  await asActor(by, (tx) => closeTasks(tx, { patientId, kinds: ['offer_assessment'], how: 'met' }))
  return patientId
}

const saved = (patientId: string) => ({ done: 'saved', of: patientId })

it('a list says for whom something was saved, what it was and what is next, and the look at the name is logged', async () => {
  const { clinician } = setting
  const patientId = await oneDone(clinician)
  expect(await findJustSaved(clinician, saved(patientId))).toMatchObject({
    name: expect.stringMatching(/^[A-Z]+, /),
    met: [expect.stringContaining('After surgery')],
    next: { dueOn: addDays(today(), 3), href: expect.stringContaining(patientId) },
  })
  expect(await setting.events(patientId)).toContain('worklist.viewed')
})

it('what somebody else did, and what was done earlier, is not said', async () => {
  const patientId = await oneDone(setting.clinician)
  expect(await findJustSaved(setting.supportWorker, saved(patientId))).toMatchObject({ met: [] })
  await setting.database.superuser.query(
    `update task set closed_at = now() - interval '3 minutes' where patient_id = $1 and closed_at is not null`,
    [patientId],
  )
  expect(await findJustSaved(setting.clinician, saved(patientId))).toMatchObject({ met: [] })
})

it('nothing is said of somebody whom the actor may not see, of nobody, and unless something was saved', async () => {
  const { clinician } = setting
  const patientId = await oneDone(clinician)
  for (const query of [
    { done: 'saved', of: randomUUID() },
    { done: 'saved', of: 'nobody' },
    { done: 'saved' },
    { done: 'closed', of: patientId },
    { of: patientId },
  ])
    expect(await findJustSaved(clinician, query)).toBeNull()
})
