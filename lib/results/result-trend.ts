import 'server-only'
import type { PathwaySnapshot } from '@/lib/follow-up/pathway'
import { listTreatments } from '@/lib/diagnoses/queries'
import type { Treatment } from '@/lib/diagnoses/diagnosis'
import type { Tx } from '@/lib/platform/database'
import type { ResultRow } from './internal/result-rows'
import { isReading, resultsInForce, type Reading } from './result'

/** What a result is compared with: the readings in force of the same kind and unit, and the limits of the protocol. */
export type ResultTrend = {
  readings: Reading[]
  limits: { value: number; words: string }[]
  treatments: Treatment[]
}

/** The trend that one of these results is seen in; null of a report. @param rows all of the patient */
export async function trendOf(
  tx: Tx,
  rows: readonly ResultRow[],
  { fact, patientId }: ResultRow,
  snapshot: PathwaySnapshot | null,
): Promise<ResultTrend | null> {
  if (!isReading(fact)) return null
  const readings = resultsInForce(rows.map((row) => row.fact))
    .filter(isReading)
    .filter(({ code, value }) => code === fact.code && value.unit === fact.value.unit)
  const limits = (snapshot?.protocol.alerts ?? []).flatMap((rule) => {
    if (rule.kind !== 'limit' || rule.analyte !== fact.code || rule.unit !== fact.value.unit) return []
    const own = snapshot?.overrides.findLast((one) => one.kind === 'threshold' && one.rule === rule.code)
    const value = own?.kind === 'threshold' ? own.value : rule.value
    return [{ value, words: `${rule.is.replaceAll('_', ' ')} ${value} ${rule.unit}` }]
  })
  return { readings, limits, treatments: await listTreatments(tx, patientId) }
}
