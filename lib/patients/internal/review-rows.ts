import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import type { ImportReason } from '@/lib/patients/import/import-reasons'
import type { ImportProblem } from '@/lib/patients/import/import-report'
import { REVIEW_PAGE_SIZE, type ReviewFilter } from '@/lib/patients/import/review-filter'
import type { StagedRow } from '@/lib/patients/import/staged-row'
import type { Tx } from '@/lib/platform/database'
import { pageOfRows } from './staged-rows'

/** A row of a file as its review shows it. Who it is about is left out once the import is finished. */
export type ReviewRow = {
  row: number
  verdict: StagedRow['verdict']
  reasons: ImportReason[]
  earlierRow: number | null
  name: string | null
  nhsNumber: string | null
  bornOn: CalendarDate | null
}

/**
 * One page of the rows that fit the filter, in the order of the file, and how many fit in all.
 *
 * @param problems what the report kept of a finished import, whose rows are gone; null while it waits
 */
export async function readReviewRows(
  tx: Tx,
  importId: string,
  filter: ReviewFilter,
  problems: readonly ImportProblem[] | null,
): Promise<{ rows: ReviewRow[]; total: number }> {
  if (problems) return pageOfProblems(problems, filter)
  const { rows, total } = await pageOfRows(tx, importId, filter)
  return { rows: rows.map(toReviewRow), total }
}

function toReviewRow({
  row,
  verdict,
  reasons,
  content: { earlierRow, names, person },
}: StagedRow): ReviewRow {
  const name = person ?? names
  return {
    row,
    verdict,
    reasons,
    earlierRow,
    name: name && (name.familyName ? formatNameForStaff(name) : name.givenName),
    nhsNumber: person?.nhsNumber ?? null,
    bornOn: person?.bornOn ?? null,
  }
}

function pageOfProblems(
  problems: readonly ImportProblem[],
  { rows: choice, reason, page }: ReviewFilter,
): { rows: ReviewRow[]; total: number } {
  const byRow = new Map<number, ReviewRow>()
  for (const { row, verdict, reason: why } of problems) {
    const reasons = [...(byRow.get(row)?.reasons ?? []), why]
    byRow.set(row, { row, verdict, reasons, earlierRow: null, name: null, nhsNumber: null, bornOn: null })
  }
  const fitting = [...byRow.values()]
    .filter(({ verdict }) => choice === 'problems' || choice === 'all' || verdict === choice)
    .filter(({ reasons }) => reason === null || reasons.includes(reason))
  const first = (page - 1) * REVIEW_PAGE_SIZE
  return { rows: fitting.slice(first, first + REVIEW_PAGE_SIZE), total: fitting.length }
}
