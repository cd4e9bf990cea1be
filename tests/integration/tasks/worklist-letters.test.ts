import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { listLettersToPost } from '@/lib/messages/letters-to-post'
import { postLetters } from '@/lib/messages/post-letters'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { openTasks } from '@/lib/tasks/open-task'
import { listOpenOfKind } from '@/lib/tasks/open-of-kind'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { ROWS } from '@/lib/tasks/worklist-statements'
import { makeMessageSetting, type MessageSetting } from '../messages/setting'

let setting: MessageSetting
beforeAll(async () => {
  setting = await makeMessageSetting()
})
afterAll(() => setting.database.drop())

const list = (actor: Actor, params: Record<string, string> = {}) =>
  getWorklist(actor, parseWorklistFilter(params))

/** A letter that was written so many days ago. */
async function letterOf(daysAgo: number): Promise<{ patientId: string; id: string }> {
  const patientId = await setting.reachable()
  const id = await setting.letterTo(patientId)
  await setting.database.superuser.query(
    'update task set due_on = $2 where subject_id = $1 and closed_at is null',
    [id, addDays(today(), -daysAgo)],
  )
  return { patientId, id }
}

const other = (patientId: string, kind: TaskKind) =>
  asActor(setting.clinician, (tx) =>
    openTasks(tx, [{ kind, patientId, teamId: setting.breast, dueOn: today() }]),
  )

describe('letters to post, on the worklist', () => {
  it('are one line for everybody of the team, whatever is filtered, and no row and no count', async () => {
    const before = await list(setting.clinician)
    expect(before.letters).toBeNull()
    const late = await letterOf(3)
    await letterOf(0)
    await other(late.patientId, 'find_practice')
    const shown = await list(setting.clinician)
    const line = { open: 2, overdue: 1, first: addDays(today(), -3) }
    expect(shown.letters).toEqual(line)
    expect(shown.rows.map(({ kind }) => kind)).not.toContain('post_letter')
    expect(shown.total).toBe((before.total ?? 0) + 1)
    expect(shown.counts.overdue).toBe(before.counts.overdue)
    for (const [name, value] of [
      ['list', 'mine'],
      ['due', 'later'],
      ['owner', 'nobody'],
      ['kind', 'find_practice'],
    ] as const)
      expect((await list(setting.supportWorker, { [name]: value })).letters).toEqual(line)
    expect((await list(setting.urologist)).letters).toBeNull()
  })

  it('are no filter, since there would be no row to show', async () => {
    expect(parseWorklistFilter({ kind: 'post_letter' }).kind).toBeNull()
    expect(parseWorklistFilter({ kind: 'settle_message' }).kind).toBe('settle_message')
  })

  it('each stay a task of the team, on the page of letters by its day, until it is posted', async () => {
    const { patientId, id } = await letterOf(5)
    const before = (await list(setting.clinician)).letters
    expect(await setting.openTasks(patientId, 'post_letter')).toMatchObject([
      { subject_id: id, team_id: setting.breast },
    ])
    const { letters } = await listLettersToPost(setting.supportWorker, 1)
    expect(letters[0]).toMatchObject({ id, dueOn: addDays(today(), -5) })
    expect(letters.map(({ dueOn }) => dueOn)).toEqual(letters.map(({ dueOn }) => dueOn).sort())
    expect(letters).toHaveLength(before?.open ?? 0)
    await postLetters(setting.supportWorker, { letter: [id], postedOn: today() })
    expect((await list(setting.clinician)).letters?.open).toBe((before?.open ?? 0) - 1)
  })

  it('cost nothing, however many are due before all else', async () => {
    const { superuser, pools } = setting.database
    const [{ patientId }] = [await letterOf(1)]
    await superuser.query(
      `insert into task (id, kind, patient_id, team_id, due_on, subject_id)
       select uuidv7(), 'post_letter', $1, $2, current_date - 400 + n % 300, uuidv7() from generate_series(1, 20000) as n`,
      [patientId, setting.breast],
    )
    await superuser.query('analyze')
    const { letters } = await list(setting.clinician)
    expect(letters?.open).toBeGreaterThan(20_000)
    const client = await pools.app.connect()
    try {
      await client.query('begin')
      await client.query(
        "select set_config('app.session', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true)",
        [setting.clinician.sessionId],
      )
      await client.query(`prepare worklist as ${ROWS.replace('FILTER', '')}`)
      const explain = async () => {
        const { rows } = await client.query(
          `explain (analyze, buffers, format json) execute worklist ('{${setting.breast}}', 26, 0)`,
        )
        return rows[0]['QUERY PLAN'][0].Plan as Record<string, unknown>
      }
      await explain()
      const plan = await explain()
      expect(JSON.stringify(plan)).toContain('task_open_by_team_but_letters')
      expect(plan['Shared Hit Blocks']).toBeLessThan(400)
    } finally {
      await client.query('rollback')
      client.release()
    }
    const place = { skip: 100, take: 101 }
    const page = await asActor(setting.clinician, (tx) =>
      listOpenOfKind(tx, 'post_letter', [setting.breast], place),
    )
    expect(page).toHaveLength(101)
  })
})
