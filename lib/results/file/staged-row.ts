import { UNMATCHED_WORDS, type UnmatchedReason } from '../unmatched'
import type { ResultFileCells } from './result-file-columns'

/**
 * What is to become of a row. `file`: it is filed under its person. `queue`: a person has to settle it, for the reason.
 * `known`: it is here already. `rejected`: its cells cannot be told apart.
 */
export type RowVerdict = 'file' | 'queue' | 'known' | 'rejected'

const FILE_REASON_WORDS = {
  repeat_in_file: 'An earlier row says the same',
  filed_already: 'This result is here already',
  left_to_person: 'It was left to a person before',
  wrong_number_of_cells: 'The row has fewer or more cells than there are headings',
  text_not_allowed: 'A cell is too long, or has a character that cannot be stored',
} as const

export type RowReason = keyof typeof FILE_REASON_WORDS | UnmatchedReason

/** Every reason with its words. */
export const ROW_REASON_WORDS: Readonly<Record<RowReason, string>> = {
  ...FILE_REASON_WORDS,
  ...UNMATCHED_WORDS,
}

/** A judged row. `cells`: null for one whose cells cannot be told apart. */
export type StagedRow = {
  row: number
  verdict: RowVerdict
  reason: RowReason | null
  cells: ResultFileCells | null
}

export type RowProblem = Pick<StagedRow, 'row' | 'verdict'> & { reason: RowReason }

/** What a file holds by its review and, once it was filed, what came of its rows. */
export type ResultFileReport = Record<RowVerdict, number> & {
  rows: number
  came: { filed: number; queued: number; known: number }
  problems: RowProblem[]
}

/** The report of judged rows, before anything came of them. */
export function reportOf(rows: readonly StagedRow[]): ResultFileReport {
  const count = (wanted: RowVerdict) => rows.filter(({ verdict }) => verdict === wanted).length
  return {
    rows: rows.length,
    file: count('file'),
    queue: count('queue'),
    known: count('known'),
    rejected: count('rejected'),
    came: { filed: 0, queued: 0, known: 0 },
    problems: rows.flatMap(({ row, verdict, reason }) => (reason ? [{ row, verdict, reason }] : [])),
  }
}
