import type { z } from 'zod'

/** A reference file that cannot be used. `problems` are whole sentences for the person who loads it. */
export class ReferenceDataError extends Error {
  override name = 'ReferenceDataError'

  constructor(
    set: string,
    readonly problems: readonly string[],
  ) {
    super(`${set} cannot be loaded: ${problems.join('; ')}`)
  }
}

/**
 * What a reference file holds, checked against its schema.
 *
 * @param set the name of the set, for messages
 * @throws ReferenceDataError naming every faulty entry by its place and, where it has one, its code
 */
export function parseReferenceData<Schema extends z.ZodType>(
  schema: Schema,
  set: string,
  data: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new ReferenceDataError(
    set,
    parsed.error.issues.map((issue) => `${placeIn(data, issue.path)}: ${issue.message}`),
  )
}

/** The places (counted from 0) of values that stood earlier in the list already. */
export function repeatedPlaces(values: readonly unknown[]): number[] {
  return values.flatMap((value, place) => (values.indexOf(value) < place ? [place] : []))
}

/** A path in words: its keys, places counted from 1, and the code of an entry that has one. */
export function placeIn(data: unknown, path: readonly PropertyKey[]): string {
  let inner: unknown = data
  const words: string[] = []
  for (const step of path) {
    inner = typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined
    words.push(typeof step === 'number' ? `${step + 1}${codeOf(inner)}` : String(step))
  }
  return words.length === 0 ? 'file' : words.join(' ')
}

function codeOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null || !('code' in entry)) return ''
  return typeof entry.code === 'string' ? ` (${entry.code})` : ''
}
