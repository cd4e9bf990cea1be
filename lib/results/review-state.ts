import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { Alert } from './alert'
import { standingVersions, type ResultFact } from './result'

/** A judgement as it is kept: `alerts` is a list of `Alert`. */
export type KeptJudgement = { id: string; alerts: Prisma.JsonValue }

type Kept = {
  id: string
  fact: ResultFact
  judgements: readonly KeptJudgement[]
  reviews: readonly { id: string }[]
  releases: readonly { releasedAt: Date }[]
}

/** The keys of alerts as they are kept. */
export function alertKeys(alerts: Prisma.JsonValue): string[] {
  return (alerts as unknown as Alert[]).map(({ key }) => key)
}

/**
 * Reviews since the last alert: what a later fact raised has to be looked at again. Where the result is only judged by other
 * rules than before, and none objects, what was decided stands.
 */
export function reviewsThatStand<Review extends { id: string }>({
  judgements,
  reviews,
}: {
  judgements: readonly KeptJudgement[]
  reviews: readonly Review[]
}): Review[] {
  const last = judgements.at(-1)
  return reviews.filter(({ id }) => !last || id > last.id || alertKeys(last.alerts).length === 0)
}

/**
 * The versions in force that nobody has reviewed as they are judged now. A cancelled one is looked at where somebody
 * read or may have been told what it takes back.
 */
export function awaitsReview<Row extends Kept>(rows: readonly Row[]): Row[] {
  const standing = new Set(standingVersions(rows.map(({ fact }) => fact)).map(({ id }) => id))
  return rows.filter((row) => {
    if (!standing.has(row.id) || reviewsThatStand(row).length > 0) return false
    return row.fact.status !== 'cancelled' || wasKnown(row, rows)
  })
}

/** Whether somebody had read another version of the result when this one came, or the person may have been told of it. */
export function wasKnown<Row extends Omit<Kept, 'judgements'>>(
  { fact, id }: Row,
  rows: readonly Row[],
): boolean {
  return rows.some(
    (other) =>
      other.id !== id &&
      other.fact.specimen === fact.specimen &&
      other.fact.code === fact.code &&
      (other.reviews.length > 0 || other.releases.some(({ releasedAt }) => releasedAt <= fact.receivedAt)),
  )
}

/**
 * Whether what is owed of a result is owed under its own id, by no test of a pathway: it answers none, or takes back what
 * did. A test whose result was cancelled was not done, so that the pathway asks for it again and owes nothing of what it said.
 */
export function isOwedByItself({
  testId,
  fact,
}: {
  testId: string | null
  fact: Pick<ResultFact, 'status'>
}): boolean {
  return testId === null || fact.status === 'cancelled'
}
