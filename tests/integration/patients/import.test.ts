import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { ImportReport } from '@/lib/patients/import/import-report'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { atInstant } from '@/lib/platform/clock'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

type Expected = { totals: Record<string, number>; rows: { row: number; verdict: string; reason: string }[] }

const EXPORT = readFileSync('tests/data/pas-export.csv')
const expected: Expected = JSON.parse(readFileSync('tests/data/pas-export.expected.json', 'utf8'))

describe("a hospital's export of 1,000 rows", () => {
  let database: TestDatabase
  let supporter: Actor
  let breast: string

  beforeAll(async () => {
    database = await freshApplication()
    supporter = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    breast = await teamId(database.pools.owner, 'ZT101-BREAST')
  })
  afterAll(() => database.drop())

  async function importExport(): Promise<ImportReport> {
    return atInstant(new Date('2026-11-21T10:00:00Z'), async () => {
      const file = { teamId: breast, fileName: 'export.csv', bytes: EXPORT }
      const { importId } = await stagePatientImport(supporter, file)
      return applyPatientImport(supporter, { importId })
    })
  }
  const count = async (sql: string) => Number((await database.superuser.query(`select count(*) ${sql}`)).rows[0].count)

  it('is written whole, as the expected report says', async () => {
    const before = performance.now()
    const { problems, ...counts } = await importExport()
    console.log('first', performance.now() - before)
    const { rows, accepted, rejected, duplicates } = expected.totals
    expect(counts).toEqual({ rows, accepted, rejected, duplicates, created: 877, updated: 0, unchanged: 0 })
    expect(problems).toEqual(expected.rows)
    expect(await count('from patient')).toBe(877)
    expect(await count('from diagnosis')).toBe(877)
    expect(await count('from patient_identifier')).toBe(877)
  })

  it('changes nothing the second time', async () => {
    const before = performance.now()
    const { problems, ...counts } = await importExport()
    console.log('second', performance.now() - before)
    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 877 })
    expect(problems).toEqual(expected.rows)
  })
})
