import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Alert } from '../alert'
import { knownTests } from '../known-tests'
import { standingVersions } from '../result'
import { resultInWords } from '../result-in-words'
import type { ResultView, ReviewView } from '../result-view'
import { awaitsReview } from '../review-state'
import { awaitsTelling } from '../telling-state'
import { nameOfResult } from '../what-was-examined'
import type { ResultRow } from './result-rows'

/** All of a patient's results as pages show them, the latest sample first. */
export async function viewResults(tx: Tx, rows: readonly ResultRow[]): Promise<ResultView[]> {
  return viewsOf(rows, await namesIn(tx, rows))
}

/** The names of all who did something with these results. */
export async function namesIn(tx: Tx, rows: readonly ResultRow[]): Promise<NameOf> {
  return staffNames(
    tx,
    rows.flatMap(({ recordedById, reviews, tellings }) => [
      recordedById,
      ...[...reviews, ...tellings].map((one) => one.recordedById),
    ]),
  )
}

type NameOf = (id: string | null) => string

type ViewsByPatient = Map<string, ResultView[]>

/** Views by patient, of names that were read before: each patient's versions stand among their own alone. */
export function viewsByPatient(rows: readonly ResultRow[], nameOf: NameOf): ViewsByPatient {
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  return new Map([...byPatient].map(([patientId, own]) => [patientId, viewsOf(own, nameOf)]))
}

/** The same of names that were read before. @param rows all that count of one patient */
function viewsOf(rows: readonly ResultRow[], nameOf: NameOf): ResultView[] {
  const standing = new Set(standingVersions(rows.map(({ fact }) => fact)).map(({ id }) => id))
  const waiting = new Set(awaitsReview(rows).map(({ id }) => id))
  const untold = new Set(awaitsTelling(rows).map(({ id }) => id))
  return rows
    .map((row) =>
      viewOf(row, nameOf, {
        isStanding: standing.has(row.id),
        awaitsReview: waiting.has(row.id),
        awaitsTelling: untold.has(row.id),
      }),
    )
    .sort((one, other) => compare(other.sampledOn, one.sampledOn) || compare(other.id, one.id))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function viewOf(
  row: ResultRow,
  nameOf: NameOf,
  state: Pick<ResultView, 'isStanding' | 'awaitsReview' | 'awaitsTelling'>,
): ResultView {
  const judged = row.judgements.at(-1)
  const { protocolCode: id, protocolVersion: version } = judged ?? {}
  return {
    id: row.id,
    code: row.analyteCode,
    name: nameOfResult(knownTests(), row.analyteCode),
    words: resultInWords(row),
    reportText: row.reportText,
    outcome: row.outcome,
    referenceRange: row.referenceRange,
    notes: row.notes,
    doubts: row.doubts,
    status: row.status,
    source: row.source,
    sampledOn: fromDatabaseDate(row.sampledOn),
    filedOn: londonDate(row.recordedAt),
    filedBy: row.recordedById && nameOf(row.recordedById),
    confirmedSlip: row.confirmedSlip,
    ...state,
    judgementId: judged?.id ?? '',
    isInRange: judged?.isInRange ?? false,
    alerts: (judged?.alerts ?? []) as unknown as Alert[],
    protocol: id && version ? { id, version } : null,
    releasedFrom: releasedFrom(row),
    reviews: row.reviews.map((review): ReviewView => ({
      decision: review.decision,
      note: review.note,
      by: nameOf(review.recordedById),
      on: fromDatabaseDate(review.reviewedOn),
    })),
    tellings: row.tellings.map(({ recordedById, on, toldBy, nextOn, note }) => ({
      by: nameOf(recordedById),
      on: fromDatabaseDate(on),
      toldBy,
      nextOn: fromDatabaseDateOrNull(nextOn),
      note,
    })),
    testId: row.testId,
    replacesId: row.replacesId,
  }
}

/** A release by policy counts only while no rule objects; one by a person always. */
export function releasedFrom({
  judgements,
  releases,
}: Pick<ResultRow, 'judgements' | 'releases'>): Date | null {
  const isInRange = judgements.at(-1)?.isInRange === true
  const counted = releases.filter(({ basis }) => basis === 'signed_off' || isInRange)
  const days = counted.map(({ releasedAt }) => releasedAt.getTime())
  return days.length === 0 ? null : new Date(Math.min(...days))
}
