import 'server-only'
import type { FollowUpInHand } from '@/lib/follow-up/follow-up-in-hand'
import { knownTests } from '../known-tests'
import { isOwedByItself } from '../review-state'
import { resultsOfTests } from '../results-of-tests'
import { testsWith } from '../what-was-examined'
import { choiceRow } from './chosen-test'
import { besideStanding, standingVersionOf } from './earlier-version'
import { judgedOtherwise, judgementRow } from './judge-results'
import { policyRelease, releaseRulesOf } from './keep-releases'
import { newRow, type NewResult, type PlaceOfResult } from './new-result'
import { pathwayMeant } from './pathway-of-result'
import { factAfter, factsOfRows, type ResultRow } from './result-rows'
import { awaitedTestOf } from './test-of-result'

type NewRow = ReturnType<typeof newRow>
type Choice = ReturnType<typeof choiceRow>
type Judgement = ReturnType<typeof judgementRow>
type Release = NonNullable<ReturnType<typeof policyRelease>>

/** A test that somebody chose; null where they said that it answers none. */
type Chosen = { id: string; teamId: string } | null

/**
 * The results of one person, read and locked, to which others are added one after the other before anything is written:
 * each is attached to the test that waits for it and judged at once, with all that it changes. However many there are, the
 * person is read once and written once.
 */
export class ResultsInHand {
  readonly results: NewRow[] = []
  readonly choices: Choice[] = []
  readonly judgements: Judgement[] = []
  readonly releases: Release[] = []
  /** Whether the reviews owed of results that belong to no test may be others now. */
  hasChangedAlone = false

  constructor(
    readonly patientId: string,
    private known: ResultRow[],
    readonly followUp: FollowUpInHand,
  ) {}

  /** All results of the person, oldest first. */
  get rows(): readonly ResultRow[] {
    return this.known
  }

  /** @param chosen the test that somebody chose; by its date where nobody did. @returns its id */
  add(result: NewResult, chosen?: Chosen): string {
    const { patientId, recordedById, earlier } = result
    const row = newRow(result, this.placeOf(result, chosen))
    if (earlier) {
      this.hasChangedAlone ||= isOwedByItself(standingVersionOf(this.known, earlier))
      Object.assign(row, besideStanding(this.known, row, earlier))
    }
    const { id: resultId, teamId, testId } = row
    const reason = 'Chosen as it was filed'
    const choices =
      chosen === undefined ? [] : [choiceRow({ patientId, resultId, teamId, testId, reason, recordedById })]
    this.results.push(row)
    this.choices.push(...choices)
    this.take(row, choices)
    return resultId
  }

  /** Works out what is owed, once what came together is added. */
  settle(): void {
    this.followUp.reconsider((testIds) => resultsOfTests(this.known, testIds))
  }

  /**
   * A further version stays with the test of the one before. Any other answers the test that was chosen, else the one that
   * waits for it. Where none waits, it is a further test of the pathway that is meant; where there is none, or several could
   * be meant, the result stands by itself.
   */
  private placeOf({ earlier, code, sampledOn, teamId }: NewResult, chosen?: Chosen): PlaceOfResult {
    if (earlier) return earlier
    const found =
      chosen === undefined ? awaitedTestOf({ code, sampledOn }, this.followUp.awaited, this.known) : chosen
    if (found !== 'none') return { teamId: found?.teamId ?? teamId, testId: found?.id ?? null }
    const pathway = pathwayMeant(this.followUp.live, code)
    const [test] = testsWith(knownTests(), code)
    if (!pathway || !test) return { teamId, testId: null }
    const testId = this.followUp.keepExtraTest({ pathwayId: pathway.id, test, on: sampledOn })
    return { teamId: pathway.teamId, testId }
  }

  private take(added: NewRow, choices: readonly Choice[]): void {
    const stored = { ...added, judgements: [], reviews: [], releases: [], tellings: [], choices }
    // Of the number, the rules read the text of it.
    const row = stored as unknown as ResultRow
    const rows = this.known
    this.known = choices.length > 0 ? factsOfRows([...rows, row]) : [...rows, factAfter(rows, row)]
    const { live } = this.followUp
    for (const judged of judgedOtherwise(this.known, live)) {
      const judgement = judgementRow(judged)
      this.judgements.push(judgement)
      judged.row.judgements.push(judgement)
      this.hasChangedAlone ||= isOwedByItself(judged.row)
    }
    const kept = this.known.at(-1)!
    const release = policyRelease(kept, releaseRulesOf(live))
    if (!release || standingVersionOf(this.known, kept) !== kept) return
    this.releases.push(release)
    kept.releases.push(release)
  }
}
