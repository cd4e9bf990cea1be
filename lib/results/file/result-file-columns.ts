/** The columns that a file of results must have, in any order, by the heading in the file. Others are passed over. */
export const RESULT_FILE_COLUMNS = {
  nhsNumber: { heading: 'NHS Number', holds: 'ten digits, with or without spaces' },
  familyName: { heading: 'Surname', holds: 'as the laboratory has it' },
  givenName: { heading: 'Forename', holds: 'as the laboratory has it' },
  bornOn: { heading: 'Date of Birth', holds: 'a date' },
  specimenNumber: {
    heading: 'Specimen Number',
    holds: 'the laboratory’s number, the same in every version of the result; may be empty',
  },
  testCode: { heading: 'Test Code', holds: 'the laboratory’s code, LOINC or SNOMED CT, such as PSA' },
  testName: { heading: 'Test Name', holds: 'in words; may be empty' },
  value: { heading: 'Value', holds: 'a number as the laboratory gives it, such as 0.05 or <0.01' },
  unit: { heading: 'Units', holds: 'such as µg/L; nothing is converted' },
  referenceRange: { heading: 'Reference Range', holds: 'in words; may be empty' },
  status: { heading: 'Status', holds: 'P, F, C or X: preliminary, final, corrected or cancelled' },
  sampledOn: { heading: 'Sample Date', holds: 'a date' },
  reportedOn: { heading: 'Report Date', holds: 'a date, on which this version was issued; may be empty' },
} as const

export type ResultFileColumn = keyof typeof RESULT_FILE_COLUMNS

/** The cells of a row as they stand in the file. */
export type ResultFileCells = Record<ResultFileColumn, string>

/** Most that is taken at once: the file is kept as a message is, which may be 1 MB. */
export const RESULT_FILE_MEGABYTES = 1
export const RESULT_FILE_BYTES = RESULT_FILE_MEGABYTES * 1024 * 1024
export const RESULT_FILE_ROWS = 5000
export const RESULT_FILE_TOO_LARGE = `The file must be at most ${RESULT_FILE_MEGABYTES} MB and ${RESULT_FILE_ROWS.toLocaleString('en-GB')} rows`

const KEYS = Object.keys(RESULT_FILE_COLUMNS) as ResultFileColumn[]

const plain = (heading: string) => heading.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Where each column stands, or what is wrong with the headings, in words. */
export function placeColumns(
  headings: readonly string[],
): { ok: true; places: Record<ResultFileColumn, number> } | { ok: false; words: string } {
  const found = headings.map(plain)
  const places = KEYS.map((key) => [key, found.indexOf(plain(RESULT_FILE_COLUMNS[key].heading))] as const)
  const named = (keys: readonly ResultFileColumn[]) =>
    keys.map((key) => RESULT_FILE_COLUMNS[key].heading).join(', ')
  const missing = places.filter(([, place]) => place === -1).map(([key]) => key)
  if (missing.length > 0) return { ok: false, words: `The file has no column ${named(missing)}` }
  const twice = places
    .filter(([, place]) => found.lastIndexOf(found[place] ?? '') !== place)
    .map(([key]) => key)
  if (twice.length > 0) return { ok: false, words: `The file has more than one column ${named(twice)}` }
  return { ok: true, places: Object.fromEntries(places) as Record<ResultFileColumn, number> }
}

/** The cells of a row; null when it has fewer or more than there are headings, since cells have then moved. */
export function pickCells(
  record: readonly string[],
  places: Record<ResultFileColumn, number>,
  width: number,
): ResultFileCells | null {
  if (record.length < width || record.slice(width).some((cell) => cell.trim() !== '')) return null
  return Object.fromEntries(KEYS.map((key) => [key, (record[places[key]] ?? '').trim()])) as ResultFileCells
}

/** Each heading with its cell, always in the same order: what was stored has lost it. */
export function cellsInOrder(cells: ResultFileCells): [heading: string, cell: string][] {
  return KEYS.map((key) => [RESULT_FILE_COLUMNS[key].heading, cells[key]])
}
