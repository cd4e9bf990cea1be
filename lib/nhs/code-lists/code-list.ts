/** A closed list of codes with their words, in the order a form offers them. */
export type CodeList<Code extends string> = {
  readonly codes: readonly Code[]
  /** Whether a value from outside is one of the codes, exactly as written. */
  has(value: unknown): value is Code
  /** The words of a code; `Not recorded` for null, and a code that the list does not know as it is. */
  label(code: string | null | undefined): string
}

/** The codes of a list, for types: `CodeOf<typeof SEXES>`. */
export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never

/** Makes a list from pairs of code and words; pairs keep their order, which keys such as '99' in an object would not. */
export function codeList<const Code extends string>(
  entries: readonly (readonly [code: Code, label: string])[],
): CodeList<Code> {
  const labels = new Map<string, string>(entries)
  return {
    codes: entries.map(([code]) => code),
    has: (value): value is Code => typeof value === 'string' && labels.has(value),
    label: (code) => (code == null ? 'Not recorded' : (labels.get(code) ?? code)),
  }
}
