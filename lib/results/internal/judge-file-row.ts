import 'server-only'
import { createHash } from 'node:crypto'
import { findAnsweringTeam } from '@/lib/care-teams/caring-team'
import { checkFreeText } from '@/lib/nhs/free-text'
import { findPeopleByNhsNumber } from '@/lib/patients/find-person'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { contentOfRow, orderNumberOfRow, readResultRow } from '../file/read-result-row'
import { cellsInOrder, type ResultFileCells } from '../file/result-file-columns'
import type { RowReason } from '../file/staged-row'
import { knownTests } from '../known-tests'
import { mismatch } from '../match-person'
import type { ReadObservation } from '../read-observation'
import type { UnmatchedReason } from '../unmatched'
import { findResults, type ResultRow } from './result-rows'

/** Longest cell that is kept of a report in words; of any other the database holds less. */
const LONGEST_CELL = 20_000

export type FilePlace = { organisationId: string; teamId: string }
export type Whose = { patientId: string; teamId: string }

export type JudgedRow =
  | { verdict: 'file'; whose: Whose; reading: ReadObservation; replaces: ResultRow | null }
  | { verdict: 'queue'; reason: UnmatchedReason }
  | { verdict: 'known' | 'rejected'; reason: RowReason }

/** What a row says, as one number: the same row in another file has the same. */
export function sentHash(cells: ResultFileCells): string {
  return createHash('sha256')
    .update(JSON.stringify(cellsInOrder(cells)))
    .digest('hex')
}

/** Judges a row by what is here now, as the actor of the transaction sees it. */
export async function judgeFileRow(tx: Tx, place: FilePlace, cells: ResultFileCells): Promise<JudgedRow> {
  if (!isStorable(cells)) return { verdict: 'rejected', reason: 'text_not_allowed' }
  const before = await tx.unmatchedResult.findFirst({
    where: { organisationId: place.organisationId, sentHash: sentHash(cells) },
    select: { settledAt: true },
  })
  if (before?.settledAt) return { verdict: 'known', reason: 'left_to_person' }
  const judged = await judgeAmongRecords(tx, place, cells)
  return judged.verdict === 'queue' && before ? { verdict: 'known', reason: 'left_to_person' } : judged
}

function isStorable(cells: ResultFileCells): boolean {
  const { value, ...others } = cells
  return (
    checkFreeText(value, LONGEST_CELL).ok &&
    Object.values(others).every((cell) => checkFreeText(cell, 200).ok)
  )
}

async function judgeAmongRecords(tx: Tx, place: FilePlace, cells: ResultFileCells): Promise<JudgedRow> {
  const whose = await whoseRow(tx, place, cells)
  if (typeof whose === 'string') return { verdict: 'queue', reason: whose }
  const reading = readResultRow(knownTests(), cells, today())
  if (!reading.ok) return { verdict: 'queue', reason: reading.fault }
  const same = sameResults(await findResults(tx, { patientId: whose.patientId }), reading.value, cells)
  if (same.some((row) => saysTheSame(row, reading.value)))
    return { verdict: 'known', reason: 'filed_already' }
  const earlier = earlierVersion(same, reading.value, cells)
  if (reading.value.status === 'cancelled' && !earlier)
    return { verdict: 'queue', reason: 'nothing_to_correct' }
  return { verdict: 'file', whose, reading: reading.value, replaces: earlier }
}

/** NHS number, date of birth and name have to agree; anything less is for a person to settle. */
async function whoseRow(
  tx: Tx,
  { teamId }: FilePlace,
  cells: ResultFileCells,
): Promise<Whose | UnmatchedReason> {
  const { person: said } = contentOfRow(cells, 0)
  if (!said.nhsNumber) return 'no_nhs_number'
  const person = (await findPeopleByNhsNumber(tx, [said.nhsNumber])).get(said.nhsNumber)
  const answering = person && (await findAnsweringTeam(tx, { patientId: person.id, teamId }))
  if (!person || !answering) return 'no_such_person'
  return mismatch(said, person) ?? { patientId: person.id, teamId: answering }
}

/** Of the same specimen by its number; without one, of the same day. */
function sameResults(
  rows: readonly ResultRow[],
  { code, sampledOn }: ReadObservation,
  cells: ResultFileCells,
): ResultRow[] {
  const { specimenNumber } = cells
  return rows.filter(
    (row) =>
      row.analyteCode === code &&
      (specimenNumber ? row.orderNumber === orderNumberOfRow(cells) : row.fact.sampleOn === sampledOn),
  )
}

function saysTheSame({ fact, valueText, unit }: ResultRow, reading: ReadObservation): boolean {
  if (fact.status !== reading.status || fact.sampleOn !== reading.sampledOn) return false
  if (reading.value === null) return valueText === null
  return (
    reading.value.kind === 'quantity' &&
    reading.value.quantity.written === valueText &&
    reading.value.unit === unit
  )
}

/** A preliminary result that comes after a final one takes no place of it; without a number, only a correction takes one. */
function earlierVersion(
  same: readonly ResultRow[],
  { status }: ReadObservation,
  { specimenNumber }: ResultFileCells,
): ResultRow | null {
  const last = same.at(-1) ?? null
  if (!specimenNumber && status !== 'corrected' && status !== 'cancelled') return null
  return status === 'preliminary' && last?.status !== 'preliminary' ? null : last
}
