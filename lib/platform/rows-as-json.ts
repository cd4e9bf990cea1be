import 'server-only'

/** How columns that are no plain text, number or truth are to be read out of JSON. */
export type JsonColumns = {
  /** Days and instants: dates, as the client gives them. */
  dates: ReadonlySet<string>
  /** Kept as they are: what is in them has names of its own. */
  documents: ReadonlySet<string>
}

const names = new Map<string, string>()

function nameOf(column: string): string {
  const known = names.get(column)
  if (known !== undefined) return known
  const name = column.replace(/_(.)/g, (_underscore, letter: string) => letter.toUpperCase())
  names.set(column, name)
  return name
}

/**
 * A list of rows that a statement gives as JSON, under the names and with the dates that the client gives. For the few
 * statements that read a whole course at once; see lib/decisions.
 *
 * @param list null where there are none
 */
export function listFromJson<Row>(list: unknown, columns: JsonColumns): Row[] {
  return (Array.isArray(list) ? list : []).map((row) => fromJson(row, columns) as Row)
}

function fromJson(value: unknown, columns: JsonColumns): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const named: Record<string, unknown> = {}
  for (const [column, held] of Object.entries(value)) {
    const name = nameOf(column)
    if (columns.documents.has(name)) named[name] = held
    else if (columns.dates.has(name)) named[name] = typeof held === 'string' ? new Date(held) : null
    else named[name] = fromJson(held, columns)
  }
  return named
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
