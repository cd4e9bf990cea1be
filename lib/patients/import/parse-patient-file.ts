import 'server-only'
import { Readable } from 'node:stream'
import { CsvError, parse, type Options } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { decodePatientFile } from '@/lib/patients/import/decode-patient-file'
import {
  findColumns,
  PATIENT_FILE_COLUMN_KEYS,
  type HeadingFault,
  type PatientFileColumn,
  type PatientFileLayout,
} from '@/lib/patients/import/patient-file-columns'
import { PATIENT_FILE_ROW_LIMIT } from '@/lib/patients/import/patient-file-limits'

/** The cells of a row as they stand in the file. */
export type PatientFileCells = Record<PatientFileColumn, string>

/** One row, counted from 1 at the headings, as a spreadsheet counts; `cells` is null when it has too few or too many. */
export type PatientFileRow = { row: number; cells: PatientFileCells | null }

/** Why a whole file is refused; nothing of it is read. `columns` are headings; `row` is where it stops being CSV. */
export type PatientFileRefusal =
  | { reason: 'too_large' | 'wrong_encoding' | 'empty' }
  | { reason: 'not_csv'; row: number | null }
  | { reason: 'missing_column' | 'repeated_column'; columns: string[] }

/** A row of more cells, or of more bytes, is a mistake in the file's quotation marks or no patient file at all. */
const CELLS_IN_ROW_LIMIT = 1000
const BYTES_IN_ROW_LIMIT = 1024 * 1024

const CSV: Options = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: BYTES_IN_ROW_LIMIT,
}

/** Thrown while a file is read: the whole of it is refused. */
export class PatientFileRefused extends Error {
  override name = 'PatientFileRefused'
  constructor(readonly refusal: PatientFileRefusal) {
    super(`refused: ${refusal.reason}`)
  }
}

/**
 * Reads a patient file row by row: CSV by RFC 4180 in UTF-8, at most 20 MB and 200,000 rows, with every column of
 * `PATIENT_FILE_COLUMNS`. Any line end, a byte order mark, further columns and blank rows are taken; blank rows are
 * counted but not given. Few rows are in memory at a time, however large the file.
 *
 * @throws PatientFileRefused as soon as it is known: a stray or unclosed quotation mark, since it may have swallowed
 *   rows, only when it is reached. What was given before must then not be used either
 */
export async function* readPatientFile(bytes: Uint8Array): AsyncGenerator<PatientFileRow> {
  const decoded = decodePatientFile(bytes)
  if (!decoded.ok) throw new PatientFileRefused(decodingRefusal(decoded.fault))
  const layout = readLayout(decoded.value)
  let row = 0
  for await (const cells of readRecords(decoded.value)) {
    if (row === PATIENT_FILE_ROW_LIMIT) throw new PatientFileRefused({ reason: 'too_large' })
    row++
    if (cells.length > CELLS_IN_ROW_LIMIT) throw new PatientFileRefused(notCsv(row))
    if (row > 1 && cells.some((cell) => cell.trim() !== '')) yield { row, cells: pickCells(cells, layout) }
  }
}

/** What is wrong with the headings is said first, whatever else is wrong. */
function readLayout(text: string): PatientFileLayout {
  const layout = findColumns(readHeadings(text))
  if ('positions' in layout) return layout
  throw new PatientFileRefused(headingRefusal(layout))
}

function readHeadings(text: string): string[] {
  try {
    return parseAtOnce(text, { ...CSV, to: 1 })[0] ?? []
  } catch {
    throw new PatientFileRefused(notCsv(1))
  }
}

async function* readRecords(text: string): AsyncGenerator<string[]> {
  try {
    for await (const record of Readable.from(piecesOf(text)).pipe(parse(CSV))) yield record as string[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new PatientFileRefused(notCsv(Number(error.records) + 1))
  }
}

/** In pieces, so that what has been read need not wait for all of it; never through the middle of a character. */
function* piecesOf(text: string): Generator<string> {
  for (const [piece] of text.matchAll(/.{1,32768}/gsu)) yield piece
}

function decodingRefusal(fault: 'too_large' | 'not_csv' | 'wrong_encoding' | 'empty'): PatientFileRefusal {
  return fault === 'not_csv' ? notCsv(null) : { reason: fault }
}

function notCsv(row: number | null): PatientFileRefusal {
  return { reason: 'not_csv', row }
}

function headingRefusal({ missing, repeated, recognised }: HeadingFault): PatientFileRefusal {
  if (recognised === 0) return notCsv(null)
  if (missing.length > 0) return { reason: 'missing_column', columns: missing }
  return { reason: 'repeated_column', columns: repeated }
}

/** Spreadsheets end rows with surplus commas; any other difference in length means that cells have moved. */
function pickCells(cells: string[], { positions, width }: PatientFileLayout): PatientFileCells | null {
  const surplus = cells.slice(width)
  if (cells.length < width || surplus.some((cell) => cell.trim() !== '')) return null
  const entries = PATIENT_FILE_COLUMN_KEYS.map((key) => [key, cells[positions[key]] ?? ''])
  return Object.fromEntries(entries) as PatientFileCells
}
