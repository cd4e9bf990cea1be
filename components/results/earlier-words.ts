/** Heading of the values before a result. */
export const EARLIER = 'Before, oldest first'

/** The last values before a result. */
export function earlierWords(earlier: readonly string[]): string {
  return earlier.length > 0 ? earlier.join(', ') : 'None here'
}
