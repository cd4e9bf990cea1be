import type { ImportProblem, ImportReport } from '@/lib/patients/import/import-report'

type Written = { row: number; outcome: 'created' | 'updated' | 'unchanged' | 'conflict' }

/**
 * What an import did, from what its review said. A row that turned out, since then, to contradict a record is now among
 * the rejected, and what else was said of it is left out.
 */
export function reportOfApplied(reviewed: ImportReport, written: readonly Written[]): ImportReport {
  const count = (wanted: Written['outcome']) => written.filter(({ outcome }) => outcome === wanted).length
  const refused = new Set(written.filter(({ outcome }) => outcome === 'conflict').map(({ row }) => row))
  const conflicts = [...refused].map((row): ImportProblem => {
    return { row, verdict: 'rejected', reason: 'conflicts_with_record' }
  })
  const others = reviewed.problems.filter(({ row }) => !refused.has(row))
  return {
    ...reviewed,
    accepted: reviewed.accepted - refused.size,
    rejected: reviewed.rejected + refused.size,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    problems: [...others, ...conflicts].sort((one, other) => one.row - other.row),
  }
}
