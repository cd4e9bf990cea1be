import type { ImportReason } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'

/** A row that was not taken, or was taken with something left out. */
export type ImportProblem = {
  row: number
  verdict: RowVerdict['verdict']
  reason: ImportReason
}

/** How many patients the writing of accepted rows made, changed, and found to be so already. */
export type WrittenCounts = { created: number; updated: number; unchanged: number }

/** What an import did. `rows` is the sum of accepted, rejected and duplicates; `problems` are in the order of the file. */
export type ImportReport = WrittenCounts & {
  rows: number
  accepted: number
  rejected: number
  duplicates: number
  problems: ImportProblem[]
}

/** The report of a file that nobody has decided about. `newcomers`: of the accepted, those who have no record yet. */
export type StagedReport = ImportReport & { newcomers: number }

/** Puts the report together. Before anything is written, `written` is left out and its counts are 0. */
export function buildImportReport(
  verdicts: readonly RowVerdict[],
  written: WrittenCounts = { created: 0, updated: 0, unchanged: 0 },
): ImportReport {
  const count = (wanted: RowVerdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length
  return {
    rows: verdicts.length,
    accepted: count('accepted'),
    rejected: count('rejected'),
    duplicates: count('duplicate'),
    ...written,
    problems: verdicts.flatMap(problemsOf),
  }
}

/** The report of a file whose rows were judged in parts, in the order of the file. */
export function joinReports(one: ImportReport, other: ImportReport): ImportReport {
  return {
    rows: one.rows + other.rows,
    accepted: one.accepted + other.accepted,
    rejected: one.rejected + other.rejected,
    duplicates: one.duplicates + other.duplicates,
    created: one.created + other.created,
    updated: one.updated + other.updated,
    unchanged: one.unchanged + other.unchanged,
    problems: [...one.problems, ...other.problems],
  }
}

/** An accepted row has one problem for each warning; the practice, when there is a warning of it, comes first. */
function problemsOf(verdict: RowVerdict): ImportProblem[] {
  const reasons = verdict.verdict === 'accepted' ? verdict.warnings : [verdict.reason]
  return reasons.map((reason) => ({ row: verdict.row, verdict: verdict.verdict, reason }))
}
