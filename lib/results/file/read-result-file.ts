import 'server-only'
import { CsvError, parse } from 'csv-parse/sync'
import { decodePatientFile } from '@/lib/patients/import/decode-patient-file'
import { RuleBroken } from '@/lib/platform/errors'
import {
  pickCells,
  placeColumns,
  RESULT_FILE_BYTES,
  RESULT_FILE_ROWS,
  RESULT_FILE_TOO_LARGE,
  type ResultFileCells,
} from './result-file-columns'

/** One row, counted from 1 at the headings as a spreadsheet counts; `cells` is null when it has too few or too many. */
export type ResultFileRow = { row: number; cells: ResultFileCells | null }

const FAULT_WORDS = {
  too_large: RESULT_FILE_TOO_LARGE,
  not_csv: 'The file is not a CSV file that can be read',
  wrong_encoding: 'The file must be in UTF-8. In a spreadsheet, save it as CSV UTF-8',
  empty: 'The file is empty',
} as const

/**
 * Reads a file of results: CSV by RFC 4180 in UTF-8 with every column of `RESULT_FILE_COLUMNS`. Any line end, a byte order
 * mark and further columns are taken; blank rows are counted and not given.
 *
 * @throws RuleBroken at `file` with the reason, if it is refused whole
 */
export function readResultFile(bytes: Uint8Array): ResultFileRow[] {
  if (bytes.length > RESULT_FILE_BYTES) throw refusal(RESULT_FILE_TOO_LARGE)
  const decoded = decodePatientFile(bytes)
  if (!decoded.ok) throw refusal(FAULT_WORDS[decoded.fault])
  const [headings = [], ...records] = recordsIn(decoded.value)
  if (records.length >= RESULT_FILE_ROWS) throw refusal(RESULT_FILE_TOO_LARGE)
  const columns = placeColumns(headings)
  if (!columns.ok) throw refusal(columns.words)
  return records.flatMap((record, place) =>
    record.every((cell) => cell.trim() === '')
      ? []
      : [{ row: place + 2, cells: pickCells(record, columns.places, headings.length) }],
  )
}

function recordsIn(text: string): string[][] {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refusal(`${FAULT_WORDS.not_csv}: see row ${Number(error.records) + 1}`)
  }
}

function refusal(message: string): RuleBroken {
  return new RuleBroken([{ field: 'file', message }])
}
