import { RuleBroken } from '@/lib/platform/errors'
import { readMeasurement } from '../read-result'
import type { ReportOutcome, ResultValue } from '../result'
import type { SurveillanceTests } from '../surveillance-tests'
import { reportTests } from '../what-was-examined'

const VALUE_FAULT_WORDS = {
  missing: 'Enter the value',
  not_a_number: 'Value must be a number, with < or > before it where the laboratory has one, such as <0.01',
  negative: 'Value must not be negative',
  too_precise: 'Value must have six decimals or fewer',
  too_large: 'Value must have nine digits or fewer before the point',
  missing_unit: 'Select the unit',
  unknown_unit: 'Unit must be one of those that this is measured in',
} as const

type Typed = {
  code: string
  value: string | null
  unit: string | null
  reportText: string | null
  outcome?: ReportOutcome
}

/** What somebody typed, as a value of what was examined. @throws RuleBroken at the field that cannot be read */
export function typedValue(tests: SurveillanceTests, typed: Typed): ResultValue {
  const analyte = tests.analytes.find(({ code }) => code === typed.code)
  if (!analyte) return typedReport(tests, typed)
  const read = readMeasurement(analyte, { value: typed.value ?? '', unit: typed.unit ?? '' })
  if (read.ok) return read.value
  const field = read.fault === 'missing_unit' || read.fault === 'unknown_unit' ? 'unit' : 'value'
  throw new RuleBroken([{ field, message: VALUE_FAULT_WORDS[read.fault] }])
}

function typedReport(tests: SurveillanceTests, { code, reportText, outcome }: Typed): ResultValue {
  if (!reportTests(tests).some((test) => test.code === code))
    throw new RuleBroken([{ field: 'examined', message: 'Select what was examined' }])
  const errors = []
  if (!reportText) errors.push({ field: 'reportText', message: 'Enter what the report says' })
  if (!outcome) errors.push({ field: 'outcome', message: 'Select what it comes to' })
  if (!reportText || !outcome) throw new RuleBroken(errors)
  return { kind: 'report', text: reportText, outcome }
}
