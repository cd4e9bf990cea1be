import 'server-only'
import { RuleBroken } from '@/lib/platform/errors'
import { withFaults } from '@/lib/platform/form-faults'
import type { FieldError } from '@/lib/platform/form-state'
import { typedValue } from './internal/typed-value'
import { knownTests } from './known-tests'
import type { ReportOutcome } from './result'
import { fileResultSchema } from './schema'

/** The form, in the order of the page. */
export const fileResultFormSchema = withFaults(fileResultSchema, typedFaults)

/** What somebody typed, as far as it can be read. */
type Typed = {
  examined?: string
  value?: string | null
  unit?: string | null
  reportText?: string | null
  outcome?: ReportOutcome
}

/** What is wrong with a value as somebody typed it, or missing from it. */
export function typedFaults({
  examined,
  value = null,
  unit = null,
  reportText = null,
  outcome,
}: Typed): readonly FieldError[] {
  if (!examined) return []
  const typed = { code: examined, value, unit, reportText, outcome }
  const faults = faultsOf(typed)
  if (!faults.some(({ field }) => field === 'value')) return faults
  // A number that cannot be read hides what is wrong with its unit: that is asked with one that can.
  return [...faults, ...faultsOf({ ...typed, value: '1' })]
}

function faultsOf(typed: Parameters<typeof typedValue>[1]): readonly FieldError[] {
  try {
    typedValue(knownTests(), typed)
    return []
  } catch (error) {
    if (error instanceof RuleBroken) return error.errors
    throw error
  }
}
