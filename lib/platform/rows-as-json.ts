import 'server-only'

/**
 * A list of rows that a statement gives as JSON, under the names that the client has for them, which the statement says itself:
 * `patient_id as "patientId"`. For the few statements that read a whole course at once; see lib/decisions. Rows are not made
 * anew: a message or a hundred have thousands.
 *
 * @param list as text, since the client would parse a column of JSON, write it and parse it again; null where there are none
 * @param dates names of columns that hold days or instants: read as dates, as the client gives them
 */
export function listFromJson<Row>(list: string | null, dates: readonly string[]): Row[] {
  if (list === null) return []
  const rows: unknown = JSON.parse(list)
  if (!Array.isArray(rows)) return []
  for (const row of rows) readDates(row, dates)
  return rows
}

/** Reads the named columns of a row that came as JSON as dates, in its place. */
export function readDates(row: object, dates: readonly string[]): void {
  const columns = row as Record<string, unknown>
  for (const name of dates) {
    const held = columns[name]
    if (typeof held === 'string') columns[name] = held.length === DAY_LENGTH ? dayOf(held) : new Date(held)
  }
}

const DAY_LENGTH = '2026-11-30'.length
/** Ten years of tests of a thousand people have the same few thousand days, over and over. Nobody changes a date in its place. */
const days = new Map<string, Date>()
const MOST_DAYS = 20_000

function dayOf(text: string): Date {
  const kept = days.get(text)
  if (kept) return kept
  const day = new Date(text)
  if (days.size === MOST_DAYS) days.clear()
  days.set(text, day)
  return day
}

const names = new Map<string, string>()

function columnOf(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  names.set(name, column)
  return column
}

/**
 * Rows as a statement reads them with `jsonb_populate_recordset`: what the client would be given, under the names of columns.
 * What is null is left out, which says the same.
 */
export function jsonOfRows(rows: readonly object[]): string {
  return JSON.stringify(rows.map(columnsOf))
}

function columnsOf(row: object): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  const values = row as Record<string, unknown>
  for (const name of Object.keys(row)) if (values[name] !== null) columns[columnOf(name)] = values[name]
  return columns
}
