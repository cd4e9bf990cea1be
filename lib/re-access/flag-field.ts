/** The form field of a red-flag question. */
export function flagFieldName(code: string): string {
  return `flag_${code}`
}
