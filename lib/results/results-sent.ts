import type { Observation } from '@/lib/interop/hl7/observation'
import type { Report } from '@/lib/interop/hl7/report'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import type { Sent } from './read-observation'

/** What a report without a single result may say all the same: that there is none after all, or that one is missing. */
const SAYS_SOMETHING: readonly Report['status'][] = ['final', 'corrected', 'cancelled', 'withdrawn']

/** The results of a message in order. A report in words is one, whatever lines it was sent in. */
export function resultsSent({ reports }: ResultsMessage): Sent[] {
  return reports.flatMap((report) => observationsOf(report).map((observation) => ({ report, observation })))
}

function observationsOf(report: Report): readonly Observation[] {
  if (report.observations.length === 0)
    return SAYS_SOMETHING.includes(report.status) ? [withoutValue(report)] : []
  return report.text === null ? report.observations : report.observations.slice(0, 1)
}

/** Where a laboratory takes a whole order back, or forgot what it found, the order itself is what was tested. */
function withoutValue({ code, status, statusSent }: Report): Observation {
  return {
    ...{ setId: '', subId: '', unit: '', referenceRange: '', flags: [], notes: [], problems: [] },
    ...{ code, status, statusSent, value: { kind: 'none' }, observedAt: null },
  }
}
