import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { recomputeFollowUp } from '@/lib/follow-up/recompute-follow-up'
import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { followTask } from '@/lib/tasks/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { AFTER_PROSTATE_SURGERY, onPathway } from '@/tests/factories/follow-up'
import { filedResult, reviewedAsShown } from '@/tests/factories/results'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
  await setting.database.superuser.query(`update staff_session set expires_at = now() + interval '1 year'`)
})
afterAll(() => setting.database.drop())

/** Somebody with a PSA due today. */
async function followedUp() {
  const patientId = await setting.patient()
  await onPathway(setting.clinician, patientId, {
    ...AFTER_PROSTATE_SURGERY,
    anchorOn: addMonths(today(), -6),
  })
  return patientId
}

type Filing = NonNullable<Parameters<typeof filedResult>[2]>
const filed = (patientId: string, change: Filing) =>
  filedResult(setting.clinician, patientId, { confirmedSlip: 'Checked with the laboratory', ...change })

async function recalled(patientId: string, value: string) {
  const resultId = await filed(patientId, { value })
  const decision = { decision: 'recall', note: `PSA ${value}` } as const
  await reviewedAsShown(setting.clinician, { patientId, resultId }, decision)
}

/** @returns the day and the words of the one task of a kind, which the night leaves as they are */
async function open(patientId: string, kind: string) {
  const tasks = await setting.openTasks(patientId, kind)
  expect(tasks).toHaveLength(1)
  await recomputeFollowUp({ job: 'recompute_follow_up' })
  expect(await setting.openTasks(patientId, kind)).toEqual(tasks)
  return { due: tasks[0]?.due_on, words: tasks[0]?.detail }
}

async function postponed(patientId: string, kind: string, dueOn: CalendarDate) {
  const { rows } = await setting.database.superuser.query<{ id: string; version: number }>(
    'select id, version from task where patient_id = $1 and kind::text = $2 and closed_at is null',
    [patientId, kind],
  )
  const [task] = rows
  const input = { taskId: task?.id ?? '', version: task?.version ?? 0, dueOn, reason: 'Abroad until then' }
  await postponeTask(setting.clinician, input, followTask)
  expect((await open(patientId, kind)).due).toBe(dueOn)
}

const later = <Result>(days: number, work: () => Result) =>
  atInstant(new Date(`${addDays(today(), days)}T10:00:00Z`), work)

describe('somebody called back twice', () => {
  it('is seen by the earlier day, for the later reason', async () => {
    const patientId = await followedUp()
    await recalled(patientId, '0.25')
    const first = addDays(today(), 14)
    expect((await open(patientId, 'see_after_recall')).due).toBe(first)
    const again = later(10, async () => {
      await recalled(patientId, '0.5')
      return open(patientId, 'see_after_recall')
    })
    expect(await again).toEqual({ due: first, words: expect.stringContaining('0.5') as string })
    expect((await getFollowUp(setting.clinician, patientId)).pathways[0]).toMatchObject({ byOn: first })
  })

  it('waits no longer for the day that the first recall was postponed to', async () => {
    const patientId = await followedUp()
    await recalled(patientId, '0.25')
    await postponed(patientId, 'see_after_recall', addDays(today(), 120))
    const again = later(60, async () => {
      await recalled(patientId, '5.0')
      return open(patientId, 'see_after_recall')
    })
    expect(await again).toEqual({
      due: addDays(today(), 14),
      words: expect.stringContaining('5.0') as string,
    })
  })

  it('may be postponed again', async () => {
    const patientId = await followedUp()
    await recalled(patientId, '0.25')
    await postponed(patientId, 'see_after_recall', addDays(today(), 30))
    await later(1, () => recalled(patientId, '0.5'))
    await later(2, () => postponed(patientId, 'see_after_recall', addDays(today(), 20)))
  })
})

describe('a review that was postponed', () => {
  it('is due anew once a correction comes', async () => {
    const patientId = await followedUp()
    const replaces = await filed(patientId, {})
    const { due } = await open(patientId, 'review_result')
    await postponed(patientId, 'review_result', addDays(today(), 60))
    await filed(patientId, { value: '12', replaces })
    expect((await open(patientId, 'review_result')).due).toBe(due)
  })
})
