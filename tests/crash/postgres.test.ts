import type { Pool } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { crashPostgres } from './postgres-rounds'
import type { CrashReport } from './report'
import { halfWritten } from './whole'

const ROUNDS = 20
const SEED = 20261121
/** Fewer answers than this in all the rounds would prove nothing. */
const LEAST_ACKNOWLEDGED = 200

const ONE_PLANNED = `(select patient_id from care_plan order by id limit 1)`
const ONE_ASSESSMENT = `(select id from needs_assessment order by id limit 1)`

/** What a torn write would look like, and the rule that must see it. */
const TORN: readonly (readonly [rule: string, statement: string])[] = [
  [
    'a submission without',
    `update submission set result = null where id = (select id from submission limit 1)`,
  ],
  ['an offer without its entry', `delete from assessment_offer where patient_id = ${ONE_PLANNED}`],
  ['an assessment without its entry', `delete from access_log where entity_id = ${ONE_ASSESSMENT}`],
  ['fewer or more concerns', `delete from concern where assessment_id = ${ONE_ASSESSMENT}`],
  ['a plan without its entry', `delete from access_log where event = 'care_plan.drafted'`],
  ['a plan without an item', `delete from plan_item where patient_id = ${ONE_PLANNED}`],
  ['that was not begun', `delete from care_plan_event where patient_id = ${ONE_PLANNED}`],
  ['not the answer to one submission', `delete from submission where result ? 'planId'`],
  ['an answer that is no fact', `delete from assessment_offer where patient_id = ${ONE_PLANNED}`],
  ['leaves nobody to record', `delete from needs_assessment where id = ${ONE_ASSESSMENT}`],
  [
    'whose task is still open',
    `delete from task where kind = 'record_assessment' and patient_id = ${ONE_PLANNED}`,
  ],
  [
    'nobody to agree a plan',
    `delete from task where kind = 'agree_care_plan' and patient_id = ${ONE_PLANNED}`,
  ],
  [
    'whose draft is still there',
    `insert into draft (id, patient_id, team_id, form, content, created_by_id, updated_by_id)
     select uuidv7(), patient_id, team_id, 'needs_assessment', '{}', recorded_by_id, recorded_by_id from needs_assessment`,
  ],
  ['in the care of nobody', `delete from care_relationship where patient_id = ${ONE_PLANNED}`],
  ['not how many tasks are open', `update task_count set open = open + 1`],
  [
    'not how many tasks are open',
    `delete from task where id = (select id from task where closed_at is null limit 1)`,
  ],
  [
    'a break in a chain',
    `update access_log set detail = '{"mode": "paper"}' where id = (select min(id) from access_log)`,
  ],
  ['a break in a chain', `delete from access_log where id = (select max(id) from access_log)`],
]

describe('killing the database while people write', () => {
  let report: CrashReport
  const seen = new Map<string, string[]>()

  beforeAll(async () => {
    const afterwards = async (superuser: Pool) => {
      for (const [, statement] of TORN) seen.set(statement, await seenWhenTorn(superuser, statement))
    }
    report = await crashPostgres({ rounds: ROUNDS, seed: SEED, afterwards })
  })

  it('loses nothing that was acknowledged, leaves nothing half-written and answers a repeat as the first time', () => {
    expect(report.faults).toEqual([])
    expect(report.rounds).toBe(ROUNDS)
    expect(report.acknowledged).toBeGreaterThan(LEAST_ACKNOWLEDGED)
    expect(report.cutOff).toBeGreaterThan(0)
  })

  it.each(TORN)('would see %s: %s', (rule, statement) => {
    expect(seen.get(statement)?.join('\n')).toContain(rule)
  })
})

/** What the checks say once the statement was run; it is undone. */
async function seenWhenTorn(superuser: Pool, statement: string): Promise<string[]> {
  const client = await superuser.connect()
  try {
    await client.query('begin')
    await client.query(`set local session_replication_role = replica`)
    const { rowCount } = await client.query(statement)
    return rowCount === 0 ? [] : await halfWritten(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
