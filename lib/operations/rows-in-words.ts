/** Row numbers shown of each reason, where the report is for reading. */
const SHOWN_ROWS = 10

/** `rows 3, 4 and 12 more`. */
export function rowsInWords(places: readonly number[]): string {
  const shown = places.slice(0, SHOWN_ROWS).join(', ')
  const more = places.length - SHOWN_ROWS
  return `${places.length === 1 ? 'row' : 'rows'} ${shown}${more > 0 ? ` and ${more} more` : ''}`
}
