import 'server-only'

/** How columns that are no plain text, number or truth are to be read out of JSON. */
export type JsonColumns = {
  /** Days and instants: dates, as the client gives them. */
  dates: ReadonlySet<string>
  /** Kept as they are: what is in them has names of its own. */
  documents: ReadonlySet<string>
}

type Kind = 'plain' | 'date' | 'document'

/** What a column is called and how it is read, worked out once: a message or a hundred have thousands of rows. */
type Reader = { name: string; kind: Kind }

const readers = new WeakMap<JsonColumns, Map<string, Reader>>()

function readersOf(columns: JsonColumns): Map<string, Reader> {
  const known = readers.get(columns) ?? new Map<string, Reader>()
  readers.set(columns, known)
  return known
}

function readerOf(column: string, { dates, documents }: JsonColumns): Reader {
  const name = column.replace(/_(.)/g, (_underscore, letter: string) => letter.toUpperCase())
  return { name, kind: documents.has(name) ? 'document' : dates.has(name) ? 'date' : 'plain' }
}

/**
 * A list of rows that a statement gives as JSON, under the names and with the dates that the client gives. For the few
 * statements that read a whole course at once; see lib/decisions.
 *
 * @param list as text, since the client would parse a column of JSON, write it and parse it again; null where there are none
 */
export function listFromJson<Row>(list: string | null, columns: JsonColumns): Row[] {
  if (list === null) return []
  const rows: unknown = JSON.parse(list)
  const known = readersOf(columns)
  return (Array.isArray(rows) ? rows : []).map((row) => fromJson(row, columns, known) as Row)
}

function fromJson(row: object, columns: JsonColumns, known: Map<string, Reader>): object {
  const named: Record<string, unknown> = {}
  for (const [column, held] of Object.entries(row)) {
    let reader = known.get(column)
    if (!reader) {
      reader = readerOf(column, columns)
      known.set(column, reader)
    }
    named[reader.name] = readAs(reader.kind, held, columns, known)
  }
  return named
}

function readAs(kind: Kind, held: unknown, columns: JsonColumns, known: Map<string, Reader>): unknown {
  if (kind === 'date') return typeof held === 'string' ? new Date(held) : null
  const isRow = kind === 'plain' && typeof held === 'object' && held !== null && !Array.isArray(held)
  return isRow ? fromJson(held, columns, known) : held
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
