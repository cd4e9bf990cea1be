import { OUTCOME_LABELS } from './labels'
import type { ReportOutcome, ResultStatus } from './result'

type Said = {
  status: ResultStatus
  valueText: string | null
  unit: string | null
  outcome: ReportOutcome | null
}

/** `<0.01 µg/L`, or what a report comes to. */
export function resultInWords({ status, valueText, unit, outcome }: Said): string {
  if (status === 'cancelled') return 'Cancelled'
  if (valueText !== null) return `${valueText} ${unit ?? ''}`.trim()
  return outcome ? OUTCOME_LABELS[outcome] : ''
}
