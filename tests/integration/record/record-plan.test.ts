import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { recordStatement } from '@/lib/patients/record/record-statement'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

/** As many rows as there are people who work, teams or sessions: reading them whole is cheap. */
const SMALL = ['staff', 'staff_session', 'team', 'team_member', 'organisation']

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  Plans?: PlanNode[]
}

const planNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Cond': z.string().optional(),
    Plans: z.array(planNode).optional(),
  }),
)
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) })])

/** A table read from end to end, by itself or along an index. */
function isWhole(node: PlanNode): boolean {
  const type = node['Node Type']
  return type.endsWith('Seq Scan') || (/^(?:Bitmap )?Index /.test(type) && !node['Index Cond'])
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

describe('the plan of the record', () => {
  let database: TestDatabase
  let actor: Actor

  beforeAll(async () => {
    database = await freshApplication()
    actor = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
  })
  afterAll(() => database.drop())

  /** With sequential scans priced out of reach, one that is left is one that no index can replace, however many rows. */
  async function planOf(parts: Parameters<typeof recordStatement>[1]): Promise<PlanNode[]> {
    const client = await database.pools.app.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [actor.sessionId])
      await client.query('set local enable_seqscan = off')
      await client.query('set local plan_cache_mode = force_generic_plan')
      await client.query(`prepare record (uuid) as ${recordStatement('', parts).text}`)
      const { rows } = await client.query(
        `explain (format json) execute record ('01900000-0000-7000-8000-00000000ffff')`,
      )
      return nodesOf(explained.parse(rows)[0]['QUERY PLAN'][0].Plan)
    } finally {
      await client.query('rollback')
      client.release(true)
    }
  }

  it.each([
    ['clinical staff', { clinical: true, practice: false }],
    ['a practice', { clinical: false, practice: true }],
    ['both', { clinical: true, practice: true }],
  ])('for %s reads no table of patients from end to end', async (_who, parts) => {
    const nodes = await planOf(parts)
    const tables = nodes.filter(isWhole).map((node) => node['Relation Name'] ?? '')
    expect(tables.filter((table) => !SMALL.includes(table))).toEqual([])
    const reached = nodes.flatMap((node) => node['Relation Name'] ?? [])
    expect(reached).toEqual(expect.arrayContaining(['patient', 'diagnosis', 'treatment', 'key_contact']))
    expect(reached.includes('concern')).toBe(parts.clinical)
  })
})
