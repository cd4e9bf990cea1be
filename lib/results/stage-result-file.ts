import 'server-only'
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { readResultFile, type ResultFileRow } from './file/read-result-file'
import type { ResultFileCells } from './file/result-file-columns'
import { reportOf, type ResultFileReport, type StagedRow } from './file/staged-row'
import { judgeFileRow, sentHash, type KnownToFile } from './internal/judge-file-row'
import { findKnownToFile, findPeopleOfRows, patientIdsOf, type FilePlace } from './internal/known-to-file'
import { findResultsOfAll } from './internal/results-in-bulk'
import type { ResultRow } from './internal/result-rows'

type SentFile = { teamId: string; fileName: string; bytes: Uint8Array }

/** The largest file, on a small server: some milliseconds a row. */
const STAGE_SECONDS = 300

/**
 * Reads and judges a laboratory's file of results and keeps it for somebody to look through: nothing is filed yet.
 *
 * @param file its bytes as they came, and the actor's team that it is for
 * @returns the id of the file, to be reviewed and then filed or put away
 * @throws NotAllowed; NotFound if the team is not a hospital or community team of the actor's
 * @throws RuleBroken with the reason in words, if the file is refused whole
 */
export async function stageResultFile(actor: Actor, file: SentFile): Promise<{ fileId: string }> {
  const place = placeOf(actor, file.teamId)
  const rows = readResultFile(file.bytes)
  return asActor(
    actor,
    async (tx) => {
      const fileId = uuidv7()
      const staged = await judgeRows(tx, place, rows)
      await tx.resultFile.createMany({
        data: [
          {
            id: fileId,
            teamId: file.teamId,
            fileName: file.fileName.toWellFormed().replaceAll('\0', '').slice(0, 200),
            fileHash: createHash('sha256').update(file.bytes).digest('hex'),
            content: Buffer.from(file.bytes),
            report: reportOf(staged),
            createdAt: now(),
            createdById: actor.staffId,
          },
        ],
      })
      await tx.resultFileRow.createMany({
        data: staged.map(({ row, verdict, reason, cells }) => ({
          fileId,
          row,
          verdict,
          reason,
          content: (cells ?? {}) as Prisma.InputJsonObject,
        })),
      })
      await recordAccess(tx, { event: 'result_file.staged', entityId: fileId, detail: { rows: rows.length } })
      return { fileId }
    },
    STAGE_SECONDS,
  )
}

/** What filing a file would come to, without keeping any of it. @throws as `stageResultFile` */
export async function previewResultFile(
  actor: Actor,
  { teamId, bytes }: Omit<SentFile, 'fileName'>,
): Promise<ResultFileReport> {
  const place = placeOf(actor, teamId)
  const rows = readResultFile(bytes)
  return asActor(
    actor,
    async (tx) => {
      const report = reportOf(await judgeRows(tx, place, rows))
      await recordAccess(tx, { event: 'result_file.reviewed', detail: { rows: rows.length } })
      return report
    },
    STAGE_SECONDS,
  )
}

/** @throws NotAllowed, NotFound */
function placeOf(actor: Actor, teamId: string): FilePlace {
  permitInOwn(actor, 'result_file', 'create')
  const team = teamsAs(actor, 'clinician', 'support_worker').find((one) => one.teamId === teamId)
  if (!team) throw new NotFound()
  return { teamId, organisationId: team.organisationId }
}

/** Few enough that the results of their people fit into memory, many enough that what they need is read by few statements. */
const ROWS_AT_ONCE = 250

async function judgeRows(tx: Tx, place: FilePlace, rows: readonly ResultFileRow[]): Promise<StagedRow[]> {
  const before = { seen: new Set<string>(), filed: new Set<string>() }
  const staged: StagedRow[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    const records = await recordsOf(
      tx,
      place,
      some.flatMap(({ cells }) => cells ?? []),
    )
    for (const { row, cells } of some) {
      const judged = cells ? judgeInFile(records, cells, before) : BROKEN
      staged.push({ row, ...judged, cells: judged.verdict === 'rejected' ? null : cells })
    }
  }
  return staged
}

type Records = { known: KnownToFile; results: ReadonlyMap<string, readonly ResultRow[]> }

async function recordsOf(tx: Tx, place: FilePlace, rows: readonly ResultFileCells[]): Promise<Records> {
  const people = await findPeopleOfRows(tx, rows)
  const known = await findKnownToFile(tx, place, people, rows)
  return { known, results: await findResultsOfAll(tx, patientIdsOf(people)) }
}

type Judged = Pick<StagedRow, 'verdict' | 'reason'>

const BROKEN: Judged = { verdict: 'rejected', reason: 'wrong_number_of_cells' }

/** As a row is judged by the records, and by what the rows before it said and will have filed: both sets grow. */
function judgeInFile(
  { known, results }: Records,
  cells: ResultFileCells,
  { seen, filed }: { seen: Set<string>; filed: Set<string> },
): Judged {
  const hash = sentHash(cells)
  if (seen.has(hash)) return { verdict: 'known', reason: 'repeat_in_file' }
  seen.add(hash)
  const judged = judgeFileRow(known, cells, (id) => results.get(id) ?? [])
  const specimen = `${cells.nhsNumber.replaceAll(' ', '')} ${cells.specimenNumber} ${cells.testCode}`
  const isOfEarlierRow =
    judged.verdict === 'queue' && judged.reason === 'nothing_to_correct' && filed.has(specimen)
  if (judged.verdict !== 'file' && !isOfEarlierRow) return { verdict: judged.verdict, reason: judged.reason }
  filed.add(specimen)
  return { verdict: 'file', reason: null }
}
