import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { fileOf, importFile } from './hospital-file'

const PEOPLE = 700

describe('an import that is interrupted, or not alone', () => {
  let database: TestDatabase
  let supporter: Actor
  let elsewhere: Actor
  let breast: string
  let elsewhereBreast: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    supporter = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    elsewhere = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'support_worker' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    elsewhereBreast = await teamId(owner, 'ZT102-BREAST')
  })
  afterAll(() => database.drop())

  const people = (count: number) =>
    fileOf(
      ...Array.from({ length: count }, () => {
        const nhsNumber = nextNhsNumber()
        return { nhsNumber, hospitalNumber: `H${nhsNumber}`, practiceCode: '' }
      }),
    )
  const stage = (bytes: Uint8Array) =>
    stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
  async function footprint(): Promise<number[]> {
    const tables = [
      'patient',
      'care_relationship',
      'diagnosis',
      'patient_identifier',
      'task',
      'task_count',
      'access_log',
    ]
    const counts = tables.map(async (table) => {
      const { rows } = await database.superuser.query(`select count(*)::int as count from ${table}`)
      return rows[0].count
    })
    return Promise.all(counts)
  }

  /** Ends the connection that is busy with the import, as a crash of either side would, once it is well into it. */
  async function killImport(): Promise<void> {
    for (;;) {
      const { rows } = await database.superuser.query(`
        select pg_terminate_backend(pid) as ended from pg_stat_activity
        where usename = 'app' and datname = current_database() and query like '%access.admit_people%' and state <> 'idle'
          and xact_start < clock_timestamp() - interval '20 milliseconds'`)
      if (rows.some(({ ended }) => ended)) return
    }
  }

  it('leaves nothing half-imported when its connection dies, and can be confirmed again', async () => {
    const { importId } = await stage(people(PEOPLE))
    const before = await footprint()
    const applying = applyPatientImport(supporter, { importId }).then(
      () => 'applied',
      () => 'failed',
    )
    await killImport()
    expect(await applying).toBe('failed')
    expect(await footprint()).toEqual(before)
    const { rows } = await database.superuser.query('select state from patient_import where id = $1', [
      importId,
    ])
    expect(rows[0].state).toBe('reviewing')
    expect(await applyPatientImport(supporter, { importId })).toMatchObject({ created: PEOPLE })
  })

  it('makes each person once when the same file is confirmed twice at the same time', async () => {
    const bytes = people(200)
    const staged = await Promise.all([stage(bytes), stage(bytes)])
    const reports = await Promise.all(staged.map((each) => applyPatientImport(supporter, each)))
    expect(reports.map(({ created }) => created).sort()).toEqual([0, 200])
    expect(reports.map(({ unchanged }) => unchanged).sort()).toEqual([0, 200])
  })

  it('lets two hospitals import the same people at the same time', async () => {
    const bytes = people(200)
    const reports = await Promise.all([
      importFile(supporter, breast, bytes),
      importFile(elsewhere, elsewhereBreast, bytes),
    ])
    expect(reports.map(({ created }) => created).sort()).toEqual([0, 200])
    expect(reports.map(({ updated }) => updated).sort()).toEqual([0, 200])
    const { rows } = await database.superuser.query('select * from access.verify_access_log()')
    expect(rows).toEqual([])
  })
})
