import 'server-only'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { NotFound } from '@/lib/platform/errors'
import type { ResultFileState } from '@/lib/platform/prisma-client/enums'
import type { ResultFileCells } from './file/result-file-columns'
import type { ResultFileReport, RowReason, RowVerdict } from './file/staged-row'

/** A file of one of the actor's teams. */
export type ResultFileSummary = {
  id: string
  fileName: string
  teamName: string
  state: ResultFileState
  createdAt: Date
  createdBy: string
  report: ResultFileReport
}

/** A row as its review shows it. `cells`: null once the file is decided, and for a row that could not be read. */
export type FileReviewRow = {
  row: number
  verdict: RowVerdict
  reason: RowReason | null
  cells: ResultFileCells | null
}

export type ResultFileReview = ResultFileSummary & {
  rows: FileReviewRow[]
  /** How many rows the page is one of. */
  total: number
  /** How many were dealt with before it was interrupted; 0 where nobody has begun. */
  begun: number
}

export const FILE_ROWS_A_PAGE = 50
const SHOWN_FILES = 20

const SUMMARY = {
  id: true,
  fileName: true,
  state: true,
  report: true,
  createdAt: true,
  createdById: true,
  team: { select: { name: true } },
} as const

/** The latest files of the actor's teams, and the teams that a file could be for. @throws NotAllowed */
export async function listResultFiles(
  actor: Actor,
): Promise<{ files: ResultFileSummary[]; teams: { id: string; name: string }[] }> {
  permitInOwn(actor, 'result_file', 'read')
  const teams = teamsAs(actor, 'clinician', 'support_worker')
  return asActor(actor, async (tx) => {
    const rows = await tx.resultFile.findMany({
      select: SUMMARY,
      orderBy: { createdAt: 'desc' },
      take: SHOWN_FILES,
    })
    const nameOf = await staffNames(
      tx,
      rows.map(({ createdById }) => createdById),
    )
    await recordAccess(tx, { event: 'result_file.listed', detail: { files: rows.length } })
    return {
      files: rows.map((row) => summaryOf(row, nameOf(row.createdById))),
      teams: teams.map(({ teamId, teamName }) => ({ id: teamId, name: teamName })),
    }
  })
}

/**
 * A file with a page of its rows: those with something to look at, or all.
 *
 * @param page from 1
 * @throws NotAllowed; NotFound
 */
export async function getResultFile(
  actor: Actor,
  fileId: string,
  { show, page }: { show: 'problems' | 'all'; page: number },
): Promise<ResultFileReview> {
  permitInOwn(actor, 'result_file', 'read')
  return asActor(actor, async (tx) => {
    const row = isUuid(fileId)
      ? await tx.resultFile.findUnique({ where: { id: fileId }, select: SUMMARY })
      : null
    if (!row) throw new NotFound()
    const nameOf = await staffNames(tx, [row.createdById])
    const summary = summaryOf(row, nameOf(row.createdById))
    const where = { fileId, ...(show === 'problems' && { reason: { not: null } }) }
    const skip = (page - 1) * FILE_ROWS_A_PAGE
    const kept = await tx.resultFileRow.findMany({
      where,
      orderBy: { row: 'asc' },
      skip,
      take: FILE_ROWS_A_PAGE,
    })
    const isWaiting = row.state === 'reviewing'
    const problems = summary.report.problems.map((one) => ({ ...one, cells: null }))
    await recordAccess(tx, { event: 'result_file.reviewed', entityId: fileId, detail: { page, show } })
    return {
      ...summary,
      rows: isWaiting ? kept.map(reviewRowOf) : problems.slice(skip, skip + FILE_ROWS_A_PAGE),
      total: isWaiting ? await tx.resultFileRow.count({ where }) : problems.length,
      begun: await tx.resultFileRow.count({ where: { fileId, outcome: { not: null } } }),
    }
  })
}

type Row = {
  id: string
  fileName: string
  state: ResultFileState
  report: unknown
  createdAt: Date
  team: { name: string }
}

/** What stands in `report` was written by this module, in this shape. */
function summaryOf(row: Row, createdBy: string): ResultFileSummary {
  const { id, fileName, state, createdAt, team } = row
  const report = row.report as ResultFileReport
  return { id, fileName, state, createdAt, createdBy, teamName: team.name, report }
}

type Kept = { row: number; verdict: string; reason: string | null; content: unknown }

function reviewRowOf({ row, verdict, reason, content }: Kept): FileReviewRow {
  const cells = content as ResultFileCells | Record<string, never>
  return {
    row,
    verdict: verdict as RowVerdict,
    reason: reason as RowReason | null,
    cells: 'nhsNumber' in cells ? (cells as ResultFileCells) : null,
  }
}
