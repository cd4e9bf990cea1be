import 'server-only'

/** What of an error may stand in the log: its words may quote a message, and so a patient. */
export function errorKind(error: unknown): { kind: string; code: string | undefined } {
  const kind = error instanceof Error ? error.name : typeof error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  return { kind, code }
}
