import { readFileSync } from 'node:fs'
import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { DRAFT_DAYS, jobHandlers } from '@/lib/operations/job-handlers'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { discardPatientImport } from '@/lib/patients/discard-patient-import'
import { parseReviewFilter } from '@/lib/patients/import/review-filter'
import { getPatientImport, listPatientImports } from '@/lib/patients/patient-imports'
import { previewPatientImport, stagePatientImport } from '@/lib/patients/stage-patient-import'
import { atInstant } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'
import { fileOf, importFile } from './hospital-file'

type Expected = { totals: Record<string, number>; rows: { row: number; verdict: string; reason: string }[] }

const EXPORT = readFileSync('tests/data/pas-export.csv')
const expected: Expected = JSON.parse(readFileSync('tests/data/pas-export.expected.json', 'utf8'))

describe('importing a hospital’s list', () => {
  let database: TestDatabase
  let supporter: Actor
  let stranger: Actor
  let gp: Actor
  let breast: string

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    supporter = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'support_worker' } })
    stranger = await actorAtWork(owner, { teams: { 'ZT102-BREAST': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp' } })
    breast = await teamId(owner, 'ZT101-BREAST')
  })
  afterAll(() => database.drop())

  const count = async (sql: string) =>
    Number((await database.superuser.query(`select count(*) from ${sql}`)).rows[0].count)
  const importExport = () =>
    atInstant(new Date('2026-11-21T10:00:00Z'), () => importFile(supporter, breast, EXPORT))
  const everything = async () => {
    const tables = [
      'patient',
      'patient_change',
      'patient_identifier',
      'diagnosis',
      'care_relationship',
      'task',
    ]
    return Promise.all(tables.map((table) => database.superuser.query(`select * from ${table} order by id`)))
  }

  it('writes the export of 1,000 rows as the expected report says', async () => {
    const { problems, ...counts } = await importExport()
    const { rows, accepted, rejected, duplicates } = expected.totals
    expect(counts).toEqual({ rows, accepted, rejected, duplicates, created: 877, updated: 0, unchanged: 0 })
    expect(problems).toEqual(expected.rows)
    expect(await count('patient')).toBe(877)
    expect(await count('diagnosis')).toBe(877)
    expect(await count('patient_identifier')).toBe(877)
  })

  it('opens what is owed to each, and nothing for the dead', async () => {
    const dead = await count('patient where died_on is not null')
    const offers = await database.superuser.query(
      `
      select count(*) filter (where task.due_on = diagnosis.diagnosed_on + 31)::int as right_date, count(*)::int as all
      from task join diagnosis using (patient_id) where task.kind = 'offer_assessment' and task.team_id = $1`,
      [breast],
    )
    expect(dead).toBeGreaterThan(0)
    expect(offers.rows[0]).toEqual({ right_date: 877 - dead, all: 877 - dead })
    const withoutPractice = `patient where died_on is null and not exists (
      select from care_relationship join team on team.id = team_id where patient_id = patient.id and kind = 'practice')`
    expect(await count(withoutPractice)).toBe(await count(`task where kind = 'find_practice'`))
    expect(await count(`task where kind = 'find_practice'`)).toBeGreaterThan(10)
  })

  it('changes nothing when the same file comes again', async () => {
    const before = await everything()
    const { problems, ...counts } = await importExport()
    expect(counts).toMatchObject({ accepted: 877, created: 0, updated: 0, unchanged: 877 })
    expect(problems).toEqual(expected.rows)
    const after = await everything()
    expect(after.map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows))
  })

  it('keeps neither rows nor names of the file once it is finished', async () => {
    expect(await count('patient_import_row')).toBe(0)
    const { imports } = await listPatientImports(supporter)
    const [last] = imports
    const review = await getPatientImport(supporter, last?.id ?? '', parseReviewFilter({ rows: 'duplicate' }))
    expect(review).toMatchObject({ state: 'applied', total: 14 })
    expect(review.rows[0]).toMatchObject({ verdict: 'duplicate', reasons: ['duplicate_in_file'], name: null })
  })

  it('logs the import and each patient it admitted, and no name', async () => {
    const { rows } = await database.superuser.query<{ event: string; count: string }>(
      'select event, count(*) from access_log group by event',
    )
    const counts = Object.fromEntries(rows.map((row) => [row.event, Number(row.count)]))
    expect(counts).toMatchObject({ 'patient.registered': 877, 'patient_import.applied': 2 })
    expect((await database.pools.auditor.query('select * from access.verify_access_log()')).rows).toEqual([])
  })

  it('is reviewed a page at a time, by verdict and reason, with the names that are known', async () => {
    const rows = [
      {},
      { nhsNumber: '', familyName: 'Jo' },
      { bornOn: '1960-13-01', nhsNumber: nextNhsNumber() },
    ]
    const bytes = fileOf(...rows, ...Array.from({ length: 30 }, () => ({ nhsNumber: nextNhsNumber() })))
    const { importId } = await stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
    const look = (query: Record<string, string>) =>
      getPatientImport(supporter, importId, parseReviewFilter(query))
    const second = await look({ rows: 'accepted', page: '2' })
    expect(second).toMatchObject({
      state: 'reviewing',
      total: 31,
      counts: { rows: 33, rejected: 2 },
      newcomers: 31,
    })
    expect(second.rows).toHaveLength(6)
    expect(second.rows[0]).toMatchObject({
      verdict: 'accepted',
      name: 'SMITH, Anne (Mrs)',
      bornOn: '1961-02-03',
    })
    const missing = await look({ reason: 'nhs_number_missing' })
    expect(missing.rows).toEqual([
      expect.objectContaining({ row: 3, verdict: 'rejected', name: 'JO, Anne', nhsNumber: null }),
    ])
    // All thirty have one hospital number, which only the first can keep.
    expect((await look({ reason: 'hospital_number_taken' })).total).toBe(30)
    const rowsSeenBy = (actor: Actor) =>
      asActor(actor, (tx) => tx.patientImportRow.count({ where: { importId } }))
    expect([await rowsSeenBy(supporter), await rowsSeenBy(stranger), await rowsSeenBy(gp)]).toEqual([
      33, 0, 0,
    ])
    await expect(getPatientImport(stranger, importId, parseReviewFilter({}))).rejects.toThrow(NotFound)
    await expect(getPatientImport(gp, importId, parseReviewFilter({}))).rejects.toThrow(NotAllowed)
  })

  it('says before anything is written how many are new, and how many have a record', async () => {
    const known = { nhsNumber: nextNhsNumber() }
    await importFile(supporter, breast, fileOf(known))
    const bytes = fileOf(known, { nhsNumber: nextNhsNumber() }, { nhsNumber: nextNhsNumber() })
    const { importId } = await stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
    const look = () => getPatientImport(supporter, importId, parseReviewFilter({}))
    expect(await look()).toMatchObject({ counts: { accepted: 3 }, newcomers: 2 })
    const report = await applyPatientImport(supporter, { importId })
    expect(report).toMatchObject({ created: 2, unchanged: 1 })
    expect(report).not.toHaveProperty('newcomers')
    expect((await look()).newcomers).toBeNull()
  })

  it('writes nothing when it is discarded, and cannot be applied after', async () => {
    const before = await count('patient')
    const bytes = fileOf({ nhsNumber: nextNhsNumber() })
    const { importId } = await stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
    await expect(discardPatientImport(stranger, { importId })).rejects.toThrow(NotFound)
    await discardPatientImport(supporter, { importId })
    await discardPatientImport(supporter, { importId })
    await expect(applyPatientImport(supporter, { importId })).rejects.toThrow('discarded')
    expect(await count('patient')).toBe(before)
    expect(await count(`patient_import_row where import_id = '${importId}'`)).toBe(0)
  })

  it('answers a second confirmation as it did the first', async () => {
    const bytes = fileOf({ nhsNumber: nextNhsNumber(), hospitalNumber: 'TWICE' })
    const { importId } = await stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
    const [one, other] = await Promise.all([
      applyPatientImport(supporter, { importId }),
      applyPatientImport(supporter, { importId }),
    ])
    expect(one).toMatchObject({ created: 1 })
    expect(other).toEqual(one)
    await expect(discardPatientImport(supporter, { importId })).rejects.toThrow(RuleBroken)
  })

  it('says what it would do without keeping anything, for a dry run', async () => {
    const before = [await count('patient'), await count('patient_import')]
    const bytes = fileOf({ nhsNumber: nextNhsNumber() }, { nhsNumber: '1' })
    const report = await previewPatientImport(supporter, { teamId: breast, bytes })
    expect(report).toMatchObject({ rows: 2, accepted: 1, rejected: 1, created: 0 })
    expect([await count('patient'), await count('patient_import')]).toEqual(before)
  })

  it('is put away with its rows when nobody comes back to it', async () => {
    const staged = async (days: number) => {
      const bytes = fileOf({ nhsNumber: nextNhsNumber() })
      const { importId } = await stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
      const created = `update patient_import set created_at = now() - make_interval(days => $2) where id = $1`
      await database.superuser.query(created, [importId, days])
      return importId
    }
    const [old, young] = [await staged(DRAFT_DAYS + 1), await staged(DRAFT_DAYS - 1)]
    await jobHandlers(database.pools.worker).purge_drafts?.({}, {} as JobHelpers)
    const waiting = async (importId: string) => [
      await count(`patient_import where id = '${importId}' and state = 'reviewing'`),
      await count(`patient_import_row where import_id = '${importId}'`),
    ]
    expect([await waiting(old), await waiting(young)]).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('refuses teams and roles that may not', async () => {
    const file = { fileName: 'x.csv', bytes: fileOf({}) }
    const urology = await teamId(database.pools.owner, 'ZT101-UROLOGY')
    await expect(stagePatientImport(supporter, { ...file, teamId: urology })).rejects.toThrow(NotFound)
    await expect(stagePatientImport(gp, { ...file, teamId: breast })).rejects.toThrow(NotAllowed)
    await expect(stagePatientImport(supporter, { ...file, teamId: 'x' })).rejects.toThrow(NotFound)
    await expect(applyPatientImport(supporter, { importId: 'x' })).rejects.toThrow(NotFound)
  })

  it.each([
    ['a missing column', Buffer.from('NHS Number,Surname\n999 000 0018,Smith\n'), 'no column'],
    ['another encoding', Buffer.from('NHS Number,Surname\n999,Müller\n', 'latin1'), 'UTF-8'],
    ['UTF-16', Buffer.from('NHS Number', 'utf16le'), 'UTF-8'],
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'not a CSV'],
    ['an empty file', Buffer.from(''), 'empty'],
    [
      'a file that is damaged near its end',
      Buffer.concat([
        fileOf(...Array.from({ length: 600 }, () => ({ nhsNumber: nextNhsNumber() }))),
        Buffer.from('a "b" c'),
      ]),
      'see row 602',
    ],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), '20 MB'],
  ])('refuses %s whole, with the reason, and keeps nothing', async (_, bytes, words) => {
    const before = [await count('patient_import'), await count('patient_import_row')]
    const staging = stagePatientImport(supporter, { teamId: breast, fileName: 'x.csv', bytes })
    await expect(staging).rejects.toThrow(RuleBroken)
    await expect(staging).rejects.toThrow(words)
    expect([await count('patient_import'), await count('patient_import_row')]).toEqual(before)
  })
})
