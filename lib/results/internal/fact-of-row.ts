import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { parseQuantity } from '../quantity'
import type { ResultFact, ResultValue } from '../result'

export type Stored = {
  id: string
  analyteCode: string
  valueText: string | null
  unit: string | null
  reportText: string | null
  outcome: Extract<ResultValue, { kind: 'report' }>['outcome'] | null
  status: ResultFact['status']
  sampledOn: Date
  reportedAt: Date | null
  recordedAt: Date
}

/** A kept result as the rules read it. @param specimen what all versions of the result share */
export function factOf(row: Stored, specimen: string): ResultFact {
  return {
    id: row.id,
    specimen,
    code: row.analyteCode,
    sampleOn: fromDatabaseDate(row.sampledOn),
    issuedAt: issuedAt(row),
    receivedAt: row.recordedAt,
    status: row.status,
    value: valueOf(row),
  }
}

/** A clock of a laboratory that is ahead must not keep what is put right meanwhile from counting. */
function issuedAt({ reportedAt, recordedAt }: Stored): Date {
  return reportedAt !== null && reportedAt < recordedAt ? reportedAt : recordedAt
}

function valueOf({ valueText, unit, reportText, outcome }: Stored): ResultValue {
  const quantity = valueText === null ? null : parseQuantity(valueText)
  return quantity?.ok && unit !== null
    ? { kind: 'quantity', quantity: quantity.value, unit }
    : { kind: 'report', text: reportText ?? '', outcome: outcome ?? 'inadequate' }
}
