import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { URL_VARIABLES } from '@/lib/operations/database/connection-urls'
import { DATABASE_ROLES } from '@/lib/operations/database/secrets'
import { importResultFile } from '@/lib/operations/import-result-file'
import { OperatorError } from '@/lib/operations/operator-error'
import { makeSetting, type Setting } from '../care-plans/setting'

const SAMPLE = 'tests/data/laboratory-results.csv'

describe('npm run import:results', () => {
  let setting: Setting
  beforeAll(async () => {
    setting = await makeSetting()
    await setting.patient({ nhsNumber: '9994180002', givenName: 'Daniel', familyName: 'Okafor' })
  })
  afterAll(() => setting.database.drop())

  function run(...words: string[]) {
    const { urls } = setting.database
    const named = DATABASE_ROLES.map((role) => [URL_VARIABLES[role], urls[role]])
    const flags = ['--import', 'tsx', '--conditions=react-server', 'lib/operations/import-results.ts']
    return spawnSync(process.execPath, [...flags, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...Object.fromEntries(named) },
    })
  }

  const kept = async () => {
    const { rows } = await setting.database.superuser.query<{ results: number; unmatched: number }>(
      `select (select count(*)::int from result) as results, (select count(*)::int from unmatched_result) as unmatched`,
    )
    return rows[0]
  }

  it('says what it would do and files nothing when it is asked to', async () => {
    const { stdout, status } = run(SAMPLE, '--team', 'ZT101-BREAST', '--dry-run')
    expect(status).toBe(0)
    expect(stdout).toContain('19 rows: 3 to be filed')
    expect(stdout).toContain('Dry run: nothing was filed.')
    expect(stdout).toMatch(/The number has no unit: row 11/)
    expect(await kept()).toEqual({ results: 0, unmatched: 0 })
  })

  it('files what fits, prints the report, and changes nothing the second time', async () => {
    const { stdout, status } = run(SAMPLE, '--team', 'ZT101-BREAST', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).came).toEqual({ filed: 3, queued: 14, known: 1 })
    const before = await kept()
    const again = run(SAMPLE, '--team', 'zt101-breast')
    expect(again.stdout).toContain('Filed 0, left to a person 0, here already 18.')
    expect(await kept()).toEqual(before)
  })

  it('refuses a file or a team that it cannot take, in one line', async () => {
    for (const words of [['missing.csv', '--team', 'ZT101-BREAST'], [SAMPLE], [SAMPLE, '--team', 'Z90001']]) {
      const { stderr, status } = run(...words)
      expect(status).toBe(1)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    const empty = { teamCode: 'ZT101-BREAST', fileName: 'a.csv', bytes: new Uint8Array(), isDryRun: false }
    await expect(importResultFile(setting.database.urls.owner, empty)).rejects.toThrow(OperatorError)
  })
})
