import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { FollowUpInHand } from '@/lib/follow-up/follow-up-in-hand'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { knownTests } from '../known-tests'
import { orderNumberOf, readObservationOf, type ReadObservation, type Sent } from '../read-observation'
import { resultsOfTests } from '../results-of-tests'
import type { UnmatchedReason } from '../unmatched'
import { testsWith } from '../what-was-examined'
import { judgedOtherwise, judgementRow } from './judge-results'
import { policyRelease, releaseRulesOf } from './keep-releases'
import { columnsOf } from './keep-result'
import { factsOfRows, type ResultRow } from './result-rows'
import { awaitedTestOf } from './test-of-result'

type Whose = { patientId: string; teamId: string }
type Judgement = ReturnType<typeof judgementRow>
type Release = NonNullable<ReturnType<typeof policyRelease>>
type NewRow = ReturnType<typeof rowOf>

/**
 * The results of one person, read and locked, to which those of several messages are added one after the other before
 * anything is written. The rules are those of `keepResult`; only reading and writing are done once for all.
 */
export class ResultsInHand {
  readonly results: NewRow[] = []
  readonly judgements: Judgement[] = []
  readonly releases: Release[] = []
  /** Whether the reviews owed of results that belong to no test may be others now. */
  hasChangedAlone = false

  constructor(
    readonly patientId: string,
    private rows: ResultRow[],
    readonly followUp: FollowUpInHand,
  ) {}

  /** @returns why it was not filed, or the id under which it was */
  file(messageId: string, teamId: string, sent: Sent): { why: UnmatchedReason } | { id: string } {
    const read = readObservationOf(knownTests(), sent.report, sent.observation, today())
    if (!read.ok) return { why: read.fault }
    const orderNumber = orderNumberOf(sent.report)
    const earlier = this.rows.findLast(
      (row) => row.analyteCode === read.value.code && row.orderNumber === orderNumber,
    )
    if (read.value.status === 'cancelled' && !earlier) return { why: 'nothing_to_correct' }
    const replaces = earlier && !isOvertaken(read.value, earlier) ? earlier : null
    const whose = { patientId: this.patientId, teamId }
    const place = replaces ?? this.placeOf(read.value, whose)
    const row = rowOf(sent, read.value, {
      messageId,
      orderNumber,
      replacesId: replaces?.id ?? null,
      whose,
      place,
    })
    this.results.push(row)
    this.take(row)
    return { id: row.id }
  }

  /** Works out what is owed, once the results of a message are filed. */
  settle(): void {
    this.followUp.reconsider((testIds) => resultsOfTests(this.rows, testIds))
  }

  /** As `testOfResult`. */
  private placeOf(read: ReadObservation, { teamId }: Whose): Pick<ResultRow, 'teamId' | 'testId'> {
    const found = awaitedTestOf(read, this.followUp.awaited, this.rows)
    if (found !== 'none') return { teamId: found?.teamId ?? teamId, testId: found?.id ?? null }
    const [only, ...others] = this.followUp.live
    const [test] = testsWith(knownTests(), read.code)
    if (!only || others.length > 0 || !test) return { teamId, testId: null }
    const testId = this.followUp.keepExtraTest({ pathwayId: only.id, test, on: read.sampledOn })
    return { teamId: only.teamId, testId }
  }

  private take(added: NewRow): void {
    const stored = {
      ...UNSAID,
      ...added,
      judgements: [],
      reviews: [],
      releases: [],
      tellings: [],
      choices: [],
    }
    // Of the number, the rules read the text of it.
    this.rows = factsOfRows([...this.rows, stored as unknown as ResultRow])
    const { live } = this.followUp
    for (const judged of judgedOtherwise(this.rows, live)) {
      const judgement = judgementRow(judged)
      this.judgements.push(judgement)
      judged.row.judgements.push(judgement)
      this.hasChangedAlone ||= judged.row.testId === null
    }
    const kept = this.rows.at(-1)
    const release = kept && policyRelease(kept, releaseRulesOf(live))
    if (!release) return
    this.releases.push(release)
    kept.releases.push(release)
  }
}

/** Columns of a result that nothing was said about. */
const UNSAID = { valueText: null, comparator: null, unit: null, reportText: null, outcome: null }

/** A preliminary result that comes after a final one takes no place of it. */
function isOvertaken({ status }: ReadObservation, earlier: ResultRow): boolean {
  return status === 'preliminary' && earlier.status !== 'preliminary'
}

type Place = {
  messageId: string
  orderNumber: string
  replacesId: string | null
  whose: Whose
  place: Pick<ResultRow, 'teamId' | 'testId'>
}

function rowOf({ report, observation }: Sent, read: ReadObservation, said: Place) {
  const { messageId, orderNumber, replacesId, whose, place } = said
  return {
    id: uuidv7(),
    patientId: whose.patientId,
    teamId: place.teamId,
    testId: place.testId,
    source: 'message' as const,
    messageId,
    analyteCode: read.code,
    ...columnsOf(read.value),
    referenceRange: observation.referenceRange || null,
    status: read.status,
    sampledOn: toDatabaseDate(read.sampledOn),
    reportedAt: report.reportedAt?.instant ?? null,
    orderNumber,
    replacesId,
    confirmedSlip: null,
    recordedById: null,
    recordedAt: now(),
  }
}
