import { standingVersions, type ResultFact } from './result'
import { isOwedByItself, reviewsThatStand, wasKnown, type KeptJudgement } from './review-state'

type Kept = {
  id: string
  fact: ResultFact
  testId: string | null
  judgements: readonly KeptJudgement[]
  reviews: readonly { id: string }[]
  releases: readonly { releasedAt: Date }[]
  tellings: readonly unknown[]
}

/**
 * The versions in force that answer no test of a pathway, were reviewed, and that the person has not been told: one that does
 * answer a test is told under it. One that is not final is told as it is, since no pathway waits for the final one; a
 * cancelled one where the person was told what it takes back, or may have been: under a test it is the test that was told.
 */
export function awaitsTelling<Row extends Kept>(rows: readonly Row[]): Row[] {
  const standing = new Set(standingVersions(rows.map(({ fact }) => fact)).map(({ id }) => id))
  return rows.filter((row) => {
    if (!isOwedByItself(row) || !standing.has(row.id) || row.tellings.length > 0) return false
    if (reviewsThatStand(row).length === 0) return false
    if (row.fact.status !== 'cancelled') return true
    return row.testId === null ? rows.some((other) => isToldOf(other, row)) : wasKnown(row, rows)
  })
}

function isToldOf({ fact, tellings }: Kept, { fact: { specimen, code } }: Kept): boolean {
  return fact.specimen === specimen && fact.code === code && tellings.length > 0
}
