import 'server-only'
import type { ImportReason } from '@/lib/patients/import/import-reasons'
import type { RowVerdict } from '@/lib/patients/import/judge-rows'
import { REVIEW_PAGE_SIZE, type ReviewFilter } from '@/lib/patients/import/review-filter'
import type { StagedContent, StagedRow } from '@/lib/patients/import/staged-row'
import type { Tx } from '@/lib/platform/database'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { BATCH_SIZE } from './batches'
import type { ImportRow } from './import-batch'

/** Keeps judged rows until somebody confirms or discards the import. */
export async function keepRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  await tx.patientImportRow.createMany({
    data: rows.map((row) => ({ ...row, importId, nhsNumber: row.content.person?.nhsNumber ?? null })),
  })
}

/** The kept rows that fit a filter, a page of them in the order of the file, and how many there are. */
export async function pageOfRows(
  tx: Tx,
  importId: string,
  { rows: choice, reason, page }: ReviewFilter,
): Promise<{ rows: StagedRow[]; total: number }> {
  const where: Prisma.PatientImportRowWhereInput = {
    importId,
    ...(choice === 'problems' && { NOT: { reasons: { isEmpty: true } } }),
    ...(choice !== 'problems' && choice !== 'all' && { verdict: choice }),
    ...(reason && { reasons: { has: reason } }),
  }
  const rows = await tx.patientImportRow.findMany({
    where,
    orderBy: { row: 'asc' },
    skip: (page - 1) * REVIEW_PAGE_SIZE,
    take: REVIEW_PAGE_SIZE,
  })
  return { rows: rows.map(toStagedRow), total: await tx.patientImportRow.count({ where }) }
}

/**
 * The accepted rows of an import, some at a time, by NHS number: so two imports of the same people wait for each other
 * and never in a ring.
 */
export async function* acceptedRows(tx: Tx, importId: string): AsyncGenerator<ImportRow[]> {
  let last = ''
  for (;;) {
    const found = await tx.patientImportRow.findMany({
      where: { importId, verdict: 'accepted', nhsNumber: { gt: last } },
      orderBy: { nhsNumber: 'asc' },
      take: BATCH_SIZE,
    })
    if (found.length === 0) return
    last = found.at(-1)?.nhsNumber ?? ''
    yield found.map(toStagedRow).flatMap(({ row, content: { person } }) => (person ? [{ row, person }] : []))
  }
}

/** What stands there was written by `keepRows`, in this shape. */
function toStagedRow(kept: { row: number; verdict: string; reasons: string[]; content: unknown }): StagedRow {
  return {
    row: kept.row,
    verdict: kept.verdict as RowVerdict['verdict'],
    reasons: kept.reasons as ImportReason[],
    content: kept.content as StagedContent,
  }
}
