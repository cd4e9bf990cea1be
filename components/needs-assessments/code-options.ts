import type { CodeList } from '@/lib/nhs/code-lists/code-list'

/** The codes of a list as the choices of a `Select`, with none chosen to begin with. */
export function codeOptions(list: CodeList<string>): { value: string; label: string }[] {
  return [
    { value: '', label: 'Select' },
    ...list.codes.map((code) => ({ value: code, label: list.label(code) })),
  ]
}
