import 'server-only'
import { createHash } from 'node:crypto'
import { checkFreeText } from '@/lib/nhs/free-text'
import type { FoundPerson } from '@/lib/patients/find-person'
import { today } from '@/lib/platform/clock'
import { contentOfRow, orderNumberOfRow, readResultRow } from '../file/read-result-row'
import { cellsInOrder, type ResultFileCells } from '../file/result-file-columns'
import type { RowReason } from '../file/staged-row'
import { knownTests } from '../known-tests'
import { mismatch } from '../match-person'
import type { ReadObservation } from '../read-observation'
import type { UnmatchedReason } from '../unmatched'
import { earlierVersionOf, saysTheSame } from './earlier-version'
import type { ResultRow } from './result-rows'

/** Longest cell that is kept of a report in words; of any other the database holds less. */
const LONGEST_CELL = 20_000

/** What rows of a file are judged by, but for the results that are here. */
export type KnownToFile = {
  /** By NHS number. */
  people: ReadonlyMap<string, FoundPerson>
  /** The team that answers, by patient. */
  teams: ReadonlyMap<string, string>
  /** What was left to a person before, by what it said. */
  leftToPerson: ReadonlyMap<string, { isSettled: boolean }>
}

type Whose = { patientId: string; teamId: string }

export type JudgedRow =
  | { verdict: 'file'; whose: Whose; reading: ReadObservation; earlier: ResultRow | null }
  | { verdict: 'queue'; reason: UnmatchedReason }
  | { verdict: 'known' | 'rejected'; reason: RowReason }

/** What a row says, as one number: the same row in another file has the same. */
export function sentHash(cells: ResultFileCells): string {
  return createHash('sha256')
    .update(JSON.stringify(cellsInOrder(cells)))
    .digest('hex')
}

/** Judges a row by what is known. @param resultsOf the results of a patient, those of earlier rows too where they are filed */
export function judgeFileRow(
  known: KnownToFile,
  cells: ResultFileCells,
  resultsOf: (patientId: string) => readonly ResultRow[],
): JudgedRow {
  if (!isStorable(cells)) return { verdict: 'rejected', reason: 'text_not_allowed' }
  const before = known.leftToPerson.get(sentHash(cells))
  if (before?.isSettled) return { verdict: 'known', reason: 'left_to_person' }
  const judged = judgeAmongRecords(known, cells, resultsOf)
  return judged.verdict === 'queue' && before ? { verdict: 'known', reason: 'left_to_person' } : judged
}

/** Whether the database could hold what it says. */
export function isStorable(cells: ResultFileCells): boolean {
  const { value, ...others } = cells
  return (
    checkFreeText(value, LONGEST_CELL).ok &&
    Object.values(others).every((cell) => checkFreeText(cell, 200).ok)
  )
}

function judgeAmongRecords(...[known, cells, resultsOf]: Parameters<typeof judgeFileRow>): JudgedRow {
  const whose = whoseRow(known, cells)
  if (typeof whose === 'string') return { verdict: 'queue', reason: whose }
  const reading = readResultRow(knownTests(), cells, today())
  if (!reading.ok) return { verdict: 'queue', reason: reading.fault }
  const rows = resultsOf(whose.patientId)
  const same = sameResults(rows, reading.value, cells)
  if (same.some((row) => saysTheSame(row, reading.value)))
    return { verdict: 'known', reason: 'filed_already' }
  const earlier = cells.specimenNumber
    ? earlierVersionOf(rows, { ...reading.value, orderNumber: orderNumberOfRow(cells) })
    : putRight(same, reading.value)
  if (reading.value.status === 'cancelled' && !earlier)
    return { verdict: 'queue', reason: 'nothing_to_correct' }
  return { verdict: 'file', whose, reading: reading.value, earlier }
}

/** NHS number, date of birth and name have to agree; anything less is for a person to settle. */
function whoseRow({ people, teams }: KnownToFile, cells: ResultFileCells): Whose | UnmatchedReason {
  const { person: said } = contentOfRow(cells, 0)
  if (!said.nhsNumber) return 'no_nhs_number'
  const person = people.get(said.nhsNumber)
  const teamId = person && teams.get(person.id)
  if (!person || !teamId) return 'no_such_person'
  return mismatch(said, person) ?? { patientId: person.id, teamId }
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

/** Without a number only a correction says that there was something before. */
function putRight(same: readonly ResultRow[], { status }: ReadObservation): ResultRow | null {
  return status === 'corrected' || status === 'cancelled' ? (same.at(-1) ?? null) : null
}
