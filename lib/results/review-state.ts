import { standingVersions, type ResultFact } from './result'

type Kept = {
  id: string
  fact: ResultFact
  judgements: readonly { id: string }[]
  reviews: readonly { id: string }[]
  releases: readonly unknown[]
}

/** Reviews since the result was last judged otherwise: an alert that a later fact raised has to be looked at. */
export function reviewsThatStand<Review extends { id: string }>({
  judgements,
  reviews,
}: {
  judgements: readonly { id: string }[]
  reviews: readonly Review[]
}): Review[] {
  const last = judgements.at(-1)
  return reviews.filter(({ id }) => !last || id > last.id)
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

function wasKnown({ fact, id }: Kept, rows: readonly Kept[]): boolean {
  return rows.some(
    (other) =>
      other.id !== id &&
      other.fact.specimen === fact.specimen &&
      other.fact.code === fact.code &&
      (other.reviews.length > 0 || other.releases.length > 0),
  )
}
