/** A failure the operator can act on: its message is one plain line, printed without a stack trace. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}

/** The message of whatever was thrown, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : plainText(error)
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

/** The system or database error code (`EACCES`, `28P01`, …) of whatever was thrown, if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function plainText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
