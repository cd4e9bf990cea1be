import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { URL_VARIABLES } from '@/lib/operations/database/connection-urls'
import { DATABASE_ROLES } from '@/lib/operations/database/secrets'
import { importPatientFile } from '@/lib/operations/import-patient-file'
import { OperatorError } from '@/lib/operations/operator-error'
import { atInstant } from '@/lib/platform/clock'
import { nextNhsNumber } from '@/tests/factories/patients'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { fileOf } from '../patients/hospital-file'

const EXPORT = 'tests/data/pas-export.csv'
const expected = JSON.parse(readFileSync('tests/data/pas-export.expected.json', 'utf8'))

describe('npm run import:patients', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(() => database.drop())

  const rows = async (sql: string) => (await database.superuser.query(sql)).rows
  const importFile = (given: Partial<Parameters<typeof importPatientFile>[1]> = {}) =>
    importPatientFile(database.urls.owner, {
      teamCode: 'ZT101-BREAST',
      fileName: 'list.csv',
      bytes: fileOf({ nhsNumber: nextNhsNumber(), hospitalNumber: '' }),
      isDryRun: false,
      ...given,
    })
  function run(...words: string[]) {
    const urls = DATABASE_ROLES.map((role) => [URL_VARIABLES[role], database.urls[role]])
    const flags = ['--import', 'tsx', '--conditions=react-server', 'lib/operations/import-patients.ts']
    return spawnSync(process.execPath, [...flags, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...Object.fromEntries(urls) },
    })
  }

  it('prints the report of the export as JSON and nothing else, and of the same file again', () => {
    for (const written of [
      { created: 877, updated: 0, unchanged: 0 },
      { created: 0, updated: 0, unchanged: 877 },
    ]) {
      const { stdout, stderr, status } = run(EXPORT, '--team', 'ZT101-BREAST', '--json')
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
      const report = JSON.parse(stdout)
      const { rows, accepted, rejected, duplicates } = expected.totals
      expect(report).toEqual({ rows, accepted, rejected, duplicates, ...written, problems: expected.rows })
      expect(Object.keys(report)).toEqual([
        'rows',
        'accepted',
        'rejected',
        'duplicates',
        'created',
        'updated',
        'unchanged',
        'problems',
      ])
    }
  }, 90_000)

  it.each([
    [[], 'Name one file'],
    [[EXPORT], 'Name the team'],
    [[EXPORT, '--team', 'ZT999-BREAST'], 'no team with the code ZT999-BREAST'],
    [[EXPORT, '--team', 'Z90001'], 'is a practice'],
    [['package.json', '--team', 'ZT101-BREAST'], 'not a CSV file'],
    [['tests/data/none.csv', '--team', 'ZT101-BREAST'], 'cannot be read'],
  ])('says in one line what is wrong with %j', (words, message) => {
    const { stdout, stderr, status } = run(...words)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(message)
  })

  it('works as an account of its own, which the log names and which keeps no way in', async () => {
    await importFile()
    await importFile({ teamCode: 'zt101-urology' })
    const accounts =
      await rows(`select staff.id, email, (select count(*)::int from staff_credential where staff_id = staff.id) as credentials,
      (select count(*)::int from team_member where staff_id = staff.id and ended_on is null) as teams,
      (select count(*)::int from staff_session where staff_id = staff.id and ended_at is null) as sessions from staff`)
    expect(accounts).toEqual([
      {
        id: expect.any(String),
        email: 'import.zt101@alongside.invalid',
        credentials: 0,
        teams: 0,
        sessions: 0,
      },
    ])
    const logged = await rows(
      `select distinct actor_kind, staff_id from access_log where event = 'patient.registered'`,
    )
    expect(logged).toEqual([{ actor_kind: 'staff', staff_id: accounts[0].id }])
    const opened = await rows(`select distinct actor_kind from access_log where event like 'account.%'`)
    expect(opened).toEqual([{ actor_kind: 'operator' }])
    expect(await rows('select * from access.verify_access_log()')).toEqual([])
  })

  it('writes nothing on a dry run, and says what it would find', async () => {
    const before = await rows('select count(*) from patient')
    expect(await importFile({ isDryRun: true })).toMatchObject({ accepted: 1, created: 0 })
    expect(await rows('select count(*) from patient')).toEqual(before)
  })

  it('is stopped by an administrator who disables the account', async () => {
    await database.superuser.query('update staff set disabled_at = now()')
    await expect(importFile()).rejects.toThrow(OperatorError)
    await database.superuser.query('update staff set disabled_at = null')
    expect(await atInstant(new Date('2026-11-21T12:00:00Z'), () => importFile())).toMatchObject({
      created: 1,
    })
  })
})
