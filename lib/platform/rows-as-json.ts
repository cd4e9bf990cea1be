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
 * Rows that a statement gives as JSON, under the names and with the dates that the client gives. For the few statements
 * that read a whole course at once; see lib/decisions.
 *
 * @param value an object, or a list, however deep; its keys are names of columns
 */
export function rowsFromJson(value: unknown, columns: JsonColumns): unknown {
  if (Array.isArray(value)) return value.map((one) => rowsFromJson(one, columns))
  if (typeof value !== 'object' || value === null) return value
  const named: Record<string, unknown> = {}
  for (const [column, held] of Object.entries(value)) {
    const name = nameOf(column)
    if (columns.documents.has(name)) named[name] = held
    else if (columns.dates.has(name)) named[name] = typeof held === 'string' ? new Date(held) : null
    else named[name] = rowsFromJson(held, columns)
  }
  return named
}
