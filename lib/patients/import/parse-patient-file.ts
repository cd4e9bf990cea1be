import { parse, type Options } from 'csv-parse/sync'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
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

/**
 * Reads a patient file: CSV by RFC 4180 in UTF-8, at most 20 MB and 200,000 rows, with every column of
 * `PATIENT_FILE_COLUMNS`. Any line end, a byte order mark, further columns and blank rows are taken; blank rows are
 * counted but not given.
 * A stray or unclosed quotation mark refuses the whole file, since it may have swallowed rows. Never throws.
 */
export function parsePatientFile(bytes: Uint8Array): Parsed<PatientFileRow[], PatientFileRefusal> {
  const decoded = decodePatientFile(bytes)
  if (!decoded.ok) return refused(decoded.fault === 'not_csv' ? notCsv(null) : { reason: decoded.fault })

  const headings = readHeadings(decoded.value)
  if (!headings) return refused(notCsv(1))
  const layout = findColumns(headings)
  if (!('positions' in layout)) return refused(headingRefusal(layout))
  return readRows(decoded.value, layout)
}

function notCsv(row: number | null): PatientFileRefusal {
  return { reason: 'not_csv', row }
}

function headingRefusal({ missing, repeated, recognised }: HeadingFault): PatientFileRefusal {
  if (recognised === 0) return notCsv(null)
  if (missing.length > 0) return { reason: 'missing_column', columns: missing }
  return { reason: 'repeated_column', columns: repeated }
}

function readHeadings(text: string): string[] | null {
  try {
    return parse(text, { ...CSV, to: 1 })[0] ?? null
  } catch {
    return null
  }
}

function readRows(text: string, layout: PatientFileLayout): Parsed<PatientFileRow[], PatientFileRefusal> {
  const rows: PatientFileRow[] = []
  let row = 0
  const keepRow = (cells: string[]): null => {
    if (cells.length > CELLS_IN_ROW_LIMIT || row === PATIENT_FILE_ROW_LIMIT) throw new RangeError('Too many')
    row++
    const isBlank = cells.every((cell) => cell.trim() === '')
    if (row > 1 && !isBlank) rows.push({ row, cells: pickCells(cells, layout) })
    return null
  }
  try {
    // Rows are kept as they are read, and reading stops at the first fault, so that no file takes memory or time without end.
    parse(text, { ...CSV, on_record: keepRow })
  } catch {
    return refused(row === PATIENT_FILE_ROW_LIMIT ? { reason: 'too_large' } : notCsv(row + 1))
  }
  return read(rows)
}

/** Spreadsheets end rows with surplus commas; any other difference in length means that cells have moved. */
function pickCells(cells: string[], { positions, width }: PatientFileLayout): PatientFileCells | null {
  const surplus = cells.slice(width)
  if (cells.length < width || surplus.some((cell) => cell.trim() !== '')) return null
  const entries = PATIENT_FILE_COLUMN_KEYS.map((key) => [key, cells[positions[key]] ?? ''])
  return Object.fromEntries(entries) as PatientFileCells
}
