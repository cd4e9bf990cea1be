import { formatDateForPatient } from '@/lib/nhs/date-format'
import type { FieldDeclaration } from './section-declaration'

/** A stored value as it is read: the label of a choice, a date with its month in words, text as it is; null for none. */
export function valueInWords({ kind, options }: FieldDeclaration, value: string | null): string | null {
  if (value === null) return null
  if (kind === 'date') return formatDateForPatient(value)
  if (kind === 'choice') return options?.find((option) => option.value === value)?.label ?? value
  return value
}
