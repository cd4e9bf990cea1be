/** The codes of a list, as a select offers them. */
export function optionsOf<Code extends string>(list: {
  codes: readonly Code[]
  label: (code: Code) => string
}): { value: string; label: string }[] {
  return list.codes.map((code) => ({ value: code, label: list.label(code) }))
}

/** An option for "nothing picked", and the rest. */
export function withNone(
  label: string,
  options: { value: string; label: string }[],
): { value: string; label: string }[] {
  return [{ value: '', label }, ...options]
}
