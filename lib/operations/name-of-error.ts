/** What kind of error it is, for the log. Not what it says: a message may hold what it choked on. */
export function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
