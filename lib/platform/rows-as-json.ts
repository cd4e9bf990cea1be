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
  for (const name of dates) {
    const held: unknown = Reflect.get(row, name)
    if (typeof held === 'string') Reflect.set(row, name, new Date(held))
  }
}

const columns = new Map<string, string>()

function columnOf(name: string): string {
  const known = columns.get(name)
  if (known !== undefined) return known
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(name, column)
  return column
}

/** Rows as a statement reads them with `jsonb_populate_recordset`: what the client would be given, under the names of columns. */
export function jsonOfRows(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
    ),
  )
}
