import 'server-only'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { ImportReport, StagedReport } from '@/lib/patients/import/import-report'
import { REVIEW_PAGE_SIZE, type ReviewFilter } from '@/lib/patients/import/review-filter'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { PatientImportState } from '@/lib/platform/prisma-client/enums'
import { readReviewRows, type ReviewRow } from './internal/review-rows'

/** An import of one of the actor's teams. `counts` are those of its review or, once applied, of what it did. */
export type PatientImportSummary = {
  id: string
  fileName: string
  teamName: string
  state: PatientImportState
  createdAt: Date
  createdBy: string
  finishedAt: Date | null
  counts: Omit<ImportReport, 'problems'>
}

export type PatientImportReview = PatientImportSummary & {
  rows: ReviewRow[]
  total: number
  /** Of the accepted rows, those of people who have no record yet; null once it is decided. */
  newcomers: number | null
}

const SHOWN_IMPORTS = 20

/** The latest imports of the actor's teams, and the teams that a file could be for. @throws NotAllowed */
export async function listPatientImports(
  actor: Actor,
): Promise<{ imports: PatientImportSummary[]; teams: { id: string; name: string }[] }> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'patient_import', 'read')
    const teams = teamsAs(actor, 'clinician', 'support_worker')
    const rows = await tx.patientImport.findMany({
      select: SUMMARY,
      orderBy: { createdAt: 'desc' },
      take: SHOWN_IMPORTS,
    })
    return {
      imports: await toSummaries(tx, rows),
      teams: teams.map(({ teamId, teamName }) => ({ id: teamId, name: teamName })),
    }
  })
}

/** One import with a page of its rows. @throws NotAllowed; NotFound */
export async function getPatientImport(
  actor: Actor,
  importId: string,
  filter: ReviewFilter,
): Promise<PatientImportReview> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'patient_import', 'read')
    const row = isUuid(importId)
      ? await tx.patientImport.findUnique({ where: { id: importId }, select: SUMMARY })
      : null
    const [summary] = row ? await toSummaries(tx, [row]) : []
    if (!row || !summary) throw new NotFound()
    const isWaiting = row.state === 'reviewing'
    const shown = await readReviewRows(tx, importId, filter, isWaiting ? null : reportOf(row).problems)
    await recordAccess(tx, {
      event: 'patient_import.reviewed',
      entityId: importId,
      detail: { rows: filter.rows, page: filter.page, size: REVIEW_PAGE_SIZE },
    })
    return { ...summary, ...shown, newcomers: isWaiting ? (reportOf(row).newcomers ?? null) : null }
  })
}

const SUMMARY = {
  id: true,
  fileName: true,
  state: true,
  report: true,
  createdAt: true,
  createdById: true,
  finishedAt: true,
  team: { select: { name: true } },
} as const

type Row = {
  id: string
  fileName: string
  state: PatientImportState
  report: unknown
  createdAt: Date
  createdById: string
  finishedAt: Date | null
  team: { name: string }
}

/** What stands there was written by this module, in this shape. */
function reportOf(row: Row): ImportReport & Partial<StagedReport> {
  return row.report as ImportReport & Partial<StagedReport>
}

function countsOf(report: ImportReport): PatientImportSummary['counts'] {
  const { rows, accepted, rejected, duplicates, created, updated, unchanged } = report
  return { rows, accepted, rejected, duplicates, created, updated, unchanged }
}

async function toSummaries(tx: Tx, rows: readonly Row[]): Promise<PatientImportSummary[]> {
  const nameOf = await staffNames(
    tx,
    rows.map(({ createdById }) => createdById),
  )
  return rows.map((row) => {
    const counts = countsOf(reportOf(row))
    const { id, fileName, state, createdAt, finishedAt } = row
    const createdBy = nameOf(row.createdById)
    return { id, fileName, state, createdAt, finishedAt, createdBy, teamName: row.team.name, counts }
  })
}
