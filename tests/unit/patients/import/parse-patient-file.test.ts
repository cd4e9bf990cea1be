import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileRefusalWords } from '@/lib/patients/import/import-reasons'
import { PATIENT_FILE_COLUMN_KEYS } from '@/lib/patients/import/patient-file-columns'
import { PATIENT_FILE_MEGABYTES, PATIENT_FILE_ROW_LIMIT } from '@/lib/patients/import/patient-file-limits'
import { GOOD_CELLS, HEADINGS, inOrder, readAll, toBytes, toCsv } from './patient-file'

const good = inOrder(GOOD_CELLS)
/** Characters that are read at a time. */
const PIECE = 32_768
const anyText = fc.string({ unit: 'binary', maxLength: 20 })

async function rowsOf(text: string) {
  const parsed = await readAll(toBytes(text))
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.fault)}`)
  return parsed.value
}

describe('a patient file', () => {
  it('gives every cell as it stands, whatever it holds', async () => {
    const cells = fc.array(anyText, { minLength: good.length, maxLength: good.length })
    const rows = fc.array(
      cells.filter((row) => row.some((cell) => cell.trim() !== '')),
      { maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (written, lineEnd, hasMark) => {
          const text = (hasMark ? '\ufeff' : '') + toCsv([HEADINGS, ...written], lineEnd)
          const expected = written.map((row, index) => ({
            row: index + 2,
            cells: Object.fromEntries(PATIENT_FILE_COLUMN_KEYS.map((key, place) => [key, row[place]])),
          }))
          expect(await rowsOf(text)).toEqual(expected)
        },
      ),
    )
  })

  it('has its columns in any order, among others, with headings in any case', async () => {
    const headings = [
      'Ward',
      ...HEADINGS.map((heading) => ` ${heading.toUpperCase().replace(' ', '  ')}`).reverse(),
      '',
    ]
    expect(await rowsOf(toCsv([headings, ['B4', ...[...good].reverse(), '']]))).toEqual([
      { row: 2, cells: GOOD_CELLS },
    ])
  })

  it('counts blank rows as a spreadsheet does, but does not give them', async () => {
    const line = toCsv([good], '')
    const text = ['', ' ', toCsv([HEADINGS], ''), '', line, ','.repeat(20), ' ', line, '', '', ''].join('\n')
    expect((await rowsOf(text)).map(({ row }) => row)).toEqual([3, 6])
  })

  it('counts a cell of several lines as one row', async () => {
    const tall = inOrder({ ...GOOD_CELLS, addressLine1: 'The Close,\r\nRear entrance' })
    expect((await rowsOf(toCsv([HEADINGS, tall, good], '\n'))).map(({ row }) => row)).toEqual([2, 3])
  })

  it('takes line ends of more than one kind, and a last line without one', async () => {
    const text = `${toCsv([HEADINGS], '\r\n')}${toCsv([good], '\n')}${toCsv([good], '\r')}${toCsv([good], '')}`
    expect(await rowsOf(text)).toEqual([2, 3, 4].map((row) => ({ row, cells: GOOD_CELLS })))
  })

  it('gives no cells for a row that is too short or too long, save for surplus blanks', async () => {
    const rows = [good.slice(0, -1), [...good, 'more'], [...good, '', ' '], ['alone']]
    expect((await rowsOf(toCsv([HEADINGS, ...rows]))).map(({ cells }) => cells)).toEqual([
      null,
      null,
      GOOD_CELLS,
      null,
    ])
  })

  it('takes a cell of 100,000 characters', async () => {
    const long = 'x'.repeat(100_000)
    const [row] = await rowsOf(toCsv([HEADINGS, inOrder({ ...GOOD_CELLS, addressLine1: long })]))
    expect(row?.cells?.addressLine1).toBe(long)
  })

  it.each(['\n', '\r\n'])(
    'reads the same wherever it is cut into pieces, with line ends %j',
    async (lineEnd) => {
      const tall = inOrder({ ...GOOD_CELLS, addressLine1: 'The "Old"\r\nForge 👵🏽', familyName: 'Ó' })
      const withAddress = (addressLine1: string) => inOrder({ ...GOOD_CELLS, addressLine1 })
      const before = toCsv([HEADINGS, withAddress('')], lineEnd).length
      for (let shift = 0; shift <= toCsv([tall], lineEnd).length; shift++) {
        const first = withAddress('x'.repeat(PIECE - before - shift))
        const rows = await rowsOf(toCsv([HEADINGS, first, tall, tall], lineEnd))
        expect(rows.slice(1).map(({ cells }) => cells && inOrder(cells))).toEqual([tall, tall])
      }
    },
  )

  it('may have headings alone', async () => {
    expect(await rowsOf(toCsv([HEADINGS]))).toEqual([])
  })
})

describe('a file that is refused whole', () => {
  const refusal = async (bytes: Uint8Array) => {
    const parsed = await readAll(bytes)
    return parsed.ok ? 'taken' : parsed.fault
  }

  it.each(['', '\ufeff', ' \r\n\r\n '])('%j is empty', async (text) => {
    expect(await refusal(toBytes(text))).toEqual({ reason: 'empty' })
  })

  it('is larger than 20 MB', async () => {
    const limit = PATIENT_FILE_MEGABYTES * 1024 * 1024
    const bytes = new Uint8Array(limit + 1).fill('\n'.charCodeAt(0))
    bytes.set(toBytes(toCsv([HEADINGS, good])))
    expect(await refusal(bytes)).toEqual({ reason: 'too_large' })
    expect(await refusal(bytes.subarray(0, limit))).toBe('taken')
  })

  it('has more rows than can be', async () => {
    const blankRow = `${','.repeat(HEADINGS.length - 1)}\n`
    const withBlankRows = (count: number) => `${toCsv([HEADINGS])}${blankRow.repeat(count)}${toCsv([good])}`
    const most = PATIENT_FILE_ROW_LIMIT - 2
    expect(await rowsOf(withBlankRows(most))).toEqual([{ row: PATIENT_FILE_ROW_LIMIT, cells: GOOD_CELLS }])
    expect(await refusal(toBytes(withBlankRows(most + 1)))).toEqual({ reason: 'too_large' })
  }, 60_000)

  it.each([
    ['cells', ','.repeat(1_000_000)],
    ['text', 'x'.repeat(2_000_000)],
  ])('has a row of more %s than can be', async (_name, row) => {
    const text = `${toCsv([HEADINGS])}${row}\n`.repeat(5)
    expect(await refusal(toBytes(text))).toEqual({ reason: 'not_csv', row: 2 })
    expect(await refusal(toBytes(`a${row}`))).toMatchObject({ reason: 'not_csv' })
  })

  it('is in another encoding than UTF-8', async () => {
    const text = toCsv([HEADINGS, inOrder({ ...GOOD_CELLS, givenName: 'Seán' })])
    const utf16 = Buffer.from(text, 'utf16le')
    expect(await refusal(Buffer.from(text, 'latin1'))).toEqual({ reason: 'wrong_encoding' })
    expect(await refusal(utf16)).toEqual({ reason: 'wrong_encoding' })
    expect(await refusal(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toEqual({
      reason: 'wrong_encoding',
    })
    expect(await refusal(Buffer.from(toCsv([HEADINGS]), 'utf16le'))).toEqual({ reason: 'wrong_encoding' })
  })

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['prose', Buffer.from('Dear all,\nplease find the list attached.\n')],
    ['JSON', Buffer.from('[{"NHS Number": "9990000018"}]')],
    ['semicolons', Buffer.from([HEADINGS.join(';'), good.join(';')].join('\n'))],
    ['tabs', Buffer.from([HEADINGS.join('\t'), good.join('\t')].join('\n'))],
  ])('is no CSV file: %s', async (_name, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ reason: 'not_csv' })
  })

  it.each([
    ['never closed', 3, `${toCsv([HEADINGS, good], '\n')}"never closed,b\nc,d\n`],
    ['in the middle', 2, `${toCsv([HEADINGS], '\n')}a "quoted" word,b\n`],
    ['closed too early', 2, `${toCsv([HEADINGS], '\n')}"a"b,c\n`],
    ['in the headings', 1, `"NHS Number,Surname\n${toCsv([good])}`],
  ])('has a quotation mark %s, and says in which row', async (_name, row, text) => {
    expect(await refusal(toBytes(text))).toEqual({ reason: 'not_csv', row })
    expect(fileRefusalWords({ reason: 'not_csv', row })).toContain(`row ${row}`)
  })

  it.each(HEADINGS)('lacks %s', async (heading) => {
    const text = toCsv([HEADINGS.filter((other) => other !== heading), good.slice(1)])
    const fault = { reason: 'missing_column' as const, columns: [heading] }
    expect(await refusal(toBytes(text))).toEqual(fault)
    expect(fileRefusalWords(fault)).toContain(heading)
  })

  it('names all the columns it lacks', async () => {
    expect(await refusal(toBytes(toCsv([HEADINGS.slice(2)])))).toEqual({
      reason: 'missing_column',
      columns: ['NHS Number', 'Hospital Number'],
    })
  })

  it('has a column twice', async () => {
    expect(await refusal(toBytes(toCsv([[...HEADINGS, 'surname']])))).toEqual({
      reason: 'repeated_column',
      columns: ['Surname'],
    })
  })
})

describe('reading a file', () => {
  const sample = readFileSync('tests/data/pas-export.csv').subarray(0, 4000)

  it('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => !(await readAll(bytes)).ok),
    )
  })

  it('never throws on a damaged export, and never makes up rows', async () => {
    const damage = fc.record({
      at: fc.nat(sample.length - 1),
      remove: fc.nat(50),
      insert: fc.uint8Array({ maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 5 }), async (damages) => {
        const bytes = damages.reduce(
          (file, { at, remove, insert }) =>
            Buffer.concat([file.subarray(0, at), insert, file.subarray(at + remove)]),
          sample,
        )
        const parsed = await readAll(bytes)
        const lines = bytes.filter((byte) => byte === 0x0a || byte === 0x0d).length
        if (parsed.ok) expect(parsed.value.length).toBeLessThanOrEqual(lines)
        else expect(fileRefusalWords(parsed.fault)).toMatch(/^The file /)
      }),
      { numRuns: 1000 },
    )
  })
})
