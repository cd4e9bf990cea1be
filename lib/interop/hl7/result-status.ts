/**
 * How far a result has come, in the words of HL7 table 0085 (OBX-11) and 0123 (OBR-25). Only `final` and `corrected`
 * may ever reach a patient. `unknown` is a status that is missing or none of the tables'.
 */
export type ResultStatus =
  | 'pending'
  | 'partial'
  | 'preliminary'
  | 'unverified'
  | 'final'
  | 'corrected'
  | 'cancelled'
  | 'withdrawn'
  | 'unknown'

/** HL7 table 0085. U is final without being sent again, N was never asked for, O is the order's own detail. */
const OF_OBSERVATION: Readonly<Record<string, ResultStatus>> = {
  I: 'pending',
  S: 'partial',
  P: 'preliminary',
  R: 'unverified',
  F: 'final',
  U: 'final',
  C: 'corrected',
  X: 'cancelled',
  N: 'cancelled',
  D: 'withdrawn',
  W: 'withdrawn',
}

/** HL7 table 0123. O is ordered, S scheduled, I arrived, A some results; Y and Z are no order or patient of ours. */
const OF_REPORT: Readonly<Record<string, ResultStatus>> = {
  O: 'pending',
  S: 'pending',
  I: 'pending',
  A: 'partial',
  P: 'preliminary',
  R: 'unverified',
  F: 'final',
  C: 'corrected',
  M: 'corrected',
  X: 'cancelled',
}

export function observationStatus(code: string): ResultStatus {
  return Object.hasOwn(OF_OBSERVATION, code) ? (OF_OBSERVATION[code] ?? 'unknown') : 'unknown'
}

export function reportStatus(code: string): ResultStatus {
  return Object.hasOwn(OF_REPORT, code) ? (OF_REPORT[code] ?? 'unknown') : 'unknown'
}

/** A result of a cancelled report is cancelled whatever it says itself, and one of a corrected report is corrected. */
export function statusWithin(report: ResultStatus, observation: ResultStatus): ResultStatus {
  if (report === 'cancelled') return 'cancelled'
  return report === 'corrected' && observation === 'final' ? 'corrected' : observation
}

/** Whether a result is past change but by correction, and its report too: the least that release asks. */
export function isReleasable(report: ResultStatus, observation: ResultStatus): boolean {
  const settled: readonly ResultStatus[] = ['final', 'corrected']
  return settled.includes(report) && settled.includes(observation)
}
