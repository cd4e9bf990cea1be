import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { applyResultFile } from '@/lib/results/apply-result-file'
import { discardResultFile } from '@/lib/results/discard-result-file'
import type { RowReason, RowVerdict } from '@/lib/results/file/staged-row'
import { getResultFile, listResultFiles } from '@/lib/results/result-files'
import { previewResultFile, stageResultFile } from '@/lib/results/stage-result-file'
import { fileUnmatched } from '@/lib/results/settle-unmatched'
import { getUnmatched, listUnmatched } from '@/lib/results/unmatched-queries'
import { nextNhsNumber } from '@/tests/factories/patients'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { resultFile } from '@/tests/factories/result-files'
import { makeResultSetting, type ResultSetting } from './setting'

const SAMPLE = readFileSync('tests/data/laboratory-results.csv')

/** What is to become of each row of the sample, by the number that a spreadsheet gives it. */
const EXPECTED: [row: number, verdict: RowVerdict, reason: RowReason | null][] = [
  [2, 'file', null],
  [3, 'file', null],
  [4, 'file', null],
  [5, 'file', null],
  [6, 'queue', 'differs_in_birth_date'],
  [7, 'queue', 'differs_in_name'],
  [8, 'queue', 'no_such_person'],
  [9, 'queue', 'no_nhs_number'],
  [10, 'queue', 'unknown_analyte'],
  [11, 'queue', 'missing_unit'],
  [12, 'queue', 'unknown_unit'],
  [13, 'queue', 'not_a_number'],
  [14, 'queue', 'nothing_to_correct'],
  [15, 'queue', 'future_date'],
  [16, 'queue', 'unknown_status'],
  [17, 'queue', 'no_sample_date'],
  [18, 'known', 'repeat_in_file'],
  [19, 'rejected', 'wrong_number_of_cells'],
  [21, 'file', null],
]

let setting: ResultSetting
let elsewhere: Actor
let okafor: string
let obrien: string
beforeAll(async () => {
  setting = await makeResultSetting()
  elsewhere = await actorAtWork(setting.database.pools.owner, { teams: { 'ZT102-COLORECTAL': 'clinician' } })
  okafor = await setting.patient({ nhsNumber: '9994180002', givenName: 'Daniel', familyName: 'Okafor' })
  obrien = await setting.patient({
    nhsNumber: '9994180371',
    givenName: 'Maeve',
    familyName: "O'Brien",
    bornOn: '1958-11-20',
  })
})
afterAll(() => setting.database.drop())

const staged = (bytes: Uint8Array = SAMPLE, actor: Actor = setting.supportWorker) =>
  stageResultFile(actor, { teamId: setting.breast, fileName: 'results.csv', bytes })

const counts = async () => ({
  results: await setting.count('result'),
  unmatched: await setting.count('unmatched_result'),
  messages: await setting.count('inbound_message'),
})

/** A file of a person's rows, each a change to one that fits them. */
const fileFor = (nhsNumber: string, rows: Parameters<typeof resultFile>[0]) =>
  resultFile(rows.map((row) => ({ nhsNumber, ...row })))

const applied = async (bytes: Uint8Array) => applyResultFile(setting.clinician, await staged(bytes))

describe('a file of results', () => {
  it('is judged row by row before anything is filed', async () => {
    const before = await counts()
    const { fileId } = await staged()
    const { rows, report, total } = await getResultFile(setting.clinician, fileId, { show: 'all', page: 1 })
    expect(rows.map(({ row, verdict, reason }) => [row, verdict, reason])).toEqual(EXPECTED)
    expect(total).toBe(19)
    expect(report).toMatchObject({ rows: 19, file: 5, queue: 12, known: 1, rejected: 1 })
    const problems = await getResultFile(setting.clinician, fileId, { show: 'problems', page: 1 })
    expect(problems.total).toBe(14)
    expect(await counts()).toEqual(before)
    await discardResultFile(setting.clinician, { fileId })
  })

  it('previewed keeps nothing at all', async () => {
    const report = await previewResultFile(setting.clinician, { teamId: setting.breast, bytes: SAMPLE })
    expect(report).toMatchObject({ rows: 19, file: 5, queue: 12 })
    expect(
      (await listResultFiles(setting.clinician)).files.filter(({ state }) => state === 'reviewing'),
    ).toEqual([])
  })

  it('is filed as it was judged: values as they came, versions in their order, the rest left to a person', async () => {
    const report = await applyResultFile(setting.clinician, await staged())
    expect(report.came).toEqual({ filed: 5, queued: 12, known: 1 })
    const { rows } = await setting.database.superuser.query(
      `select patient_id, analyte_code, value_text, unit, status::text, sampled_on::text, source::text from result
       where patient_id = any ($1) order by id`,
      [[okafor, obrien]],
    )
    expect(
      rows.map((row) => [row.analyte_code, row.value_text, row.unit, row.status, row.sampled_on]),
    ).toEqual([
      ['psa', '<0.01', 'µg/L', 'final', '2026-03-02'],
      ['cea', '2.4', 'µg/L', 'preliminary', '2026-03-02'],
      ['cea', '2.5', 'µg/L', 'final', '2026-03-02'],
      ['psa', '0.03', 'µg/L', 'corrected', '2025-12-02'],
      ['psa', null, null, 'cancelled', '2025-12-02'],
    ])
    expect(rows.every(({ source }) => source === 'file')).toBe(true)
    expect(await setting.reviewsOwed(obrien)).toHaveLength(1)
    expect(await setting.events(okafor)).toContain('result.filed')
  })

  it('changes nothing when it comes again, nor does a row of it in another file', async () => {
    const before = await counts()
    const again = await applyResultFile(setting.clinician, await staged())
    expect(again).toMatchObject({ file: 0, queue: 0, came: { filed: 0, queued: 0, known: 18 } })
    const [headings, , ...others] = SAMPLE.toString('utf8').split('\r\n')
    const other = await applied(Buffer.from([headings, ...others.slice(0, 6)].join('\r\n')))
    expect(other.came).toMatchObject({ filed: 0, queued: 0 })
    expect(await counts()).toEqual(before)
  })

  it('applied twice, or by two people at once, files once', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    const file = await staged(fileFor(nhsNumber, [{}, { value: '0.06', sampledOn: '2026-04-02' }]))
    const reports = await Promise.all([
      applyResultFile(setting.clinician, file),
      applyResultFile(setting.supportWorker, file),
    ])
    reports.push(await applyResultFile(setting.clinician, file))
    for (const { came } of reports) expect(came).toEqual({ filed: 2, queued: 0, known: 0 })
    const { rows } = await setting.database.superuser.query('select id from result where patient_id = $1', [
      patientId,
    ])
    expect(rows).toHaveLength(2)
  })

  it('is filed whole by the form that posts it, and posted twice once', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    const file = await staged(fileFor(nhsNumber, [{}]))
    const posted = {
      ...setting.clinician,
      submission: { id: crypto.randomUUID(), action: 'result-file.apply' },
    }
    for (const actor of [posted, posted])
      expect((await applyResultFile(actor, file)).came).toEqual({ filed: 1, queued: 0, known: 0 })
    expect(await setting.reviewsOwed(patientId)).toHaveLength(1)
  })

  it('interrupted in the middle goes on where it stood', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    const days = Array.from({ length: 60 }, (_, place) => ({
      sampledOn: `2026-0${1 + (place % 6)}-${String(1 + Math.floor(place / 6)).padStart(2, '0')}`,
    }))
    const file = await staged(fileFor(nhsNumber, days))
    const { superuser } = setting.database
    await superuser.query(`create function stop_here() returns trigger language plpgsql as $$
      begin if new.outcome is not null and new.row = 40 then raise exception 'interrupted'; end if; return new; end $$`)
    await superuser.query(
      'create trigger stop_here before update on result_file_row for each row execute function stop_here()',
    )
    await expect(applyResultFile(setting.clinician, file)).rejects.toThrow()
    await superuser.query('drop trigger stop_here on result_file_row')
    const half = await getResultFile(setting.clinician, file.fileId, { show: 'all', page: 1 })
    expect(half).toMatchObject({ state: 'reviewing', begun: 25 })
    await expect(discardResultFile(setting.clinician, file)).rejects.toThrow('filed already')
    expect((await applyResultFile(setting.clinician, file)).came).toEqual({ filed: 60, queued: 0, known: 0 })
    const { rows } = await superuser.query('select id from result where patient_id = $1', [patientId])
    expect(rows).toHaveLength(60)
  }, 60_000)

  it('without a specimen number takes a correction for what it corrects, and two values of a day for two', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    await applied(fileFor(nhsNumber, [{}, { value: '0.07' }]))
    await applied(fileFor(nhsNumber, [{ value: '0.08', status: 'C' }]))
    const { rows } = await setting.database.superuser.query(
      'select value_text, replaces_id is not null as replaces from result where patient_id = $1 order by id',
      [patientId],
    )
    expect(rows).toEqual([
      { value_text: '0.05', replaces: false },
      { value_text: '0.07', replaces: false },
      { value_text: '0.08', replaces: true },
    ])
  })

  it('leaves a row to a person as it came, without the other rows; once they are known it is filed and settled', async () => {
    const nhsNumber = nextNhsNumber()
    const bytes = fileFor(nhsNumber, [{}])
    expect((await applied(bytes)).came).toEqual({ filed: 0, queued: 1, known: 0 })
    const { results } = await listUnmatched(setting.clinician)
    const one = results.find(({ content }) => content.person.nhsNumber === nhsNumber)!
    expect(one).toMatchObject({ why: 'no_such_person', from: 'File, results.csv' })
    const { raw } = await getUnmatched(setting.clinician, one.id)
    expect(raw).toContain(`NHS Number: ${nhsNumber}`)
    expect(raw).not.toContain('Okafor')
    const patientId = await setting.patient({ nhsNumber })
    expect((await applied(bytes)).came).toEqual({ filed: 1, queued: 0, known: 0 })
    await expect(getUnmatched(setting.clinician, one.id)).rejects.toThrow(NotFound)
    expect(await setting.reviewsOwed(patientId)).toHaveLength(1)
  })

  it('never brings back what a person settled', async () => {
    const nhsNumber = nextNhsNumber()
    const patientId = await setting.patient({ nhsNumber })
    const bytes = fileFor(nhsNumber, [{ familyName: 'Other' }])
    await applied(bytes)
    const { results } = await listUnmatched(setting.clinician)
    const one = results.find(({ content }) => content.person.nhsNumber === nhsNumber)!
    await fileUnmatched(setting.clinician, {
      unmatchedId: one.id,
      version: one.version,
      patientId,
      code: 'psa',
      value: '0.05',
      unit: 'µg/L',
      reportText: null,
      outcome: undefined,
      sampledOn: '2026-03-02',
      answers: 'by_date',
      howKnown: 'Married since',
    })
    expect((await applied(bytes)).came).toEqual({ filed: 0, queued: 0, known: 1 })
  })

  it.each([
    ['no CSV', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d]), /CSV/],
    ['a stray quotation mark', Buffer.from('NHS Number\r\n"9,'), /see row|no column/],
    ['a missing column', Buffer.from('NHS Number,Surname\r\n9994180002,Smith'), /no column Forename/],
    ['nothing', Buffer.from(''), /empty/],
    ['too much', Buffer.alloc(1024 * 1024 + 1, 65), /1 MB/],
    [
      'too many rows',
      fileFor(
        '9994180002',
        Array.from({ length: 5001 }, () => ({})),
      ),
      /5,000 rows/,
    ],
    ['another character set', Buffer.from([0xff, 0xfe, 0x4e, 0x00]), /UTF-8/],
  ])('with %s is refused whole', async (_name, bytes, words) => {
    await expect(staged(bytes)).rejects.toMatchObject({
      errors: [{ field: 'file', message: expect.stringMatching(words) }],
    })
  })

  it('is its team’s, and no practice’s', async () => {
    const file = await staged()
    await expect(staged(SAMPLE, setting.gp)).rejects.toThrow(NotAllowed)
    await expect(staged(SAMPLE, elsewhere)).rejects.toThrow(NotFound)
    for (const actor of [elsewhere, setting.urologist]) {
      await expect(getResultFile(actor, file.fileId, { show: 'all', page: 1 })).rejects.toThrow(NotFound)
      await expect(applyResultFile(actor, file)).rejects.toThrow(NotFound)
      await expect(discardResultFile(actor, file)).rejects.toThrow(NotFound)
    }
    await expect(applyResultFile(setting.gp, file)).rejects.toThrow(NotAllowed)
    await expect(applyResultFile(setting.clinician, { fileId: 'x' })).rejects.toThrow(NotFound)
  })
})
