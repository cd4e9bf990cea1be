/**
 * What a table says of a value that came in an address; null for what it does not know. A plain index would also find
 * what every object has, such as `constructor`.
 */
export function lookUp<Found>(
  table: Readonly<Record<string, Found>>,
  value: string | readonly string[] | undefined,
): Found | null {
  return typeof value === 'string' && Object.hasOwn(table, value) ? (table[value] ?? null) : null
}
