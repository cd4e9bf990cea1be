/** What came of killing a part of the service in the middle of writing, again and again. */
export type CrashReport = {
  rounds: number
  /** Steps that were answered before the crash. */
  acknowledged: number
  /** Steps that were cut off: nobody was told whether they were done. */
  cutOff: number
  /** Of those, how many turned out to have been done. */
  doneUnknown: number
  /** Milliseconds from start to serving, each round's. */
  recovery: number[]
  /** What was lost, half-written, or answered differently the second time. */
  faults: string[]
}

export function emptyReport(): CrashReport {
  return { rounds: 0, acknowledged: 0, cutOff: 0, doneUnknown: 0, recovery: [], faults: [] }
}

export type CrashPlan = {
  rounds: number
  seed: number
  /** Called after each round. */
  progress?: (report: CrashReport) => void
}
