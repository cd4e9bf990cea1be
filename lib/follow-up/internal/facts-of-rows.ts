import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { PathwayEnd } from '@/lib/platform/prisma-client/enums'
import type { ResultsOfTests } from '@/lib/results/results-of-tests'
import type { PathwayFacts } from '../pathway'
import type { PathwayRow, TestRow } from './pathway-rows'
import { dueKey, isExtra, repeatIdOf, ruleKey } from './test-key'

type End = NonNullable<PathwayFacts['end']>['reason']

/** In the words of protocols. That it was a mistake, or that another pathway follows, ends this one like any other reason. */
const ENDS: Readonly<Record<PathwayEnd, End>> = {
  completed: 'completed',
  pathway_changed: 'transferred',
  discharged: 'completed',
  recurrence: 'recurrence',
  moved_away: 'moved_away',
  person_declined: 'declined',
  recorded_in_error: 'transferred',
}

/** What happened on a pathway, in the shape that the rules read. */
export function factsOf(row: PathwayRow, { results, reviews, tellings }: ResultsOfTests): PathwayFacts {
  const { tests, events } = row
  const resultsOf = Map.groupBy(results, ({ testId }) => testId)
  return {
    requests: tests.flatMap((test) => standingRequest(test)),
    performed: tests
      .flatMap((test) => standingDone(test))
      .flatMap(({ test, on }) => {
        const specimens = new Set(resultsOf.get(test.id)?.map(({ specimen }) => specimen))
        const done = { test: test.testCode, on: fromDatabaseDate(on) }
        return [...(specimens.size > 0 ? specimens : [null])].map((specimen) => ({ ...done, specimen }))
      }),
    results,
    choices: choicesOf(tests, results),
    reviews,
    tellings: [
      ...tellings,
      ...row.tellings.flatMap(({ on, resultIds }) =>
        resultIds.map((resultId) => ({ resultId, on: fromDatabaseDate(on) })),
      ),
    ],
    settlements: tests
      .flatMap((test) => standingSettlement(test))
      .map(({ test, on, note }) => ({
        due: ruleKey(test),
        on: fromDatabaseDate(on),
        reason: note ?? '',
      })),
    repeats: tests.flatMap(({ occurrence, testCode, openedAt, dueOn }) => {
      const id = repeatIdOf(occurrence)
      if (id === null) return []
      return [{ id, test: testCode, orderedOn: londonDate(openedAt), dueOn: fromDatabaseDate(dueOn) }]
    }),
    ...suspensionsIn(events),
    end: endOf(row),
  }
}

type Said = TestRow['events'][number] & { test: TestRow }

/** The test that somebody chose for a result; one beyond what was due is met by nothing else. */
function choicesOf(
  tests: readonly TestRow[],
  results: ResultsOfTests['results'],
): NonNullable<PathwayFacts['choices']> {
  const due = new Map(tests.flatMap((test) => (isExtra(test) ? [] : [[test.id, dueKey(test)] as const])))
  return results.flatMap(({ id: resultId, testId, isChosen }) => {
    const key = due.get(testId)
    return isChosen && key ? [{ resultId, due: key }] : []
  })
}

/**
 * Suspensions and what ended them. Suspended again on the day on which it was started again, or before it, it was never
 * started again: the rules know days alone, and on one day the later word counts.
 */
function suspensionsIn(events: PathwayRow['events']): Pick<PathwayFacts, 'suspensions' | 'reactivations'> {
  const suspensions: { on: CalendarDate; reason: string }[] = []
  let reactivations: { on: CalendarDate }[] = []
  for (const { kind, on: day, reason } of events) {
    const on = fromDatabaseDate(day)
    if (kind === 'reactivated') reactivations.push({ on })
    if (kind !== 'suspended') continue
    suspensions.push({ on, reason })
    reactivations = reactivations.filter((earlier) => earlier.on < on)
  }
  return { suspensions, reactivations }
}

/** What was said of its being done. That it was not done after all takes back what was said before. */
export function standingDone(test: TestRow): Said[] {
  const taken = test.events.findLastIndex(({ kind }) => kind === 'not_attended')
  return test.events.slice(taken + 1).flatMap((one) => (one.kind === 'done' ? [{ ...one, test }] : []))
}

/** Asked for again, it is needed after all. */
function standingSettlement(test: TestRow): Said[] {
  const last = test.events.findLast(({ kind }) => kind === 'not_needed' || kind === 'requested')
  return last?.kind === 'not_needed' ? [{ ...last, test }] : []
}

/** Somebody who did not come has to be asked again: the request before it counts no more. */
function standingRequest(test: TestRow): PathwayFacts['requests'] {
  const last = test.events.findLast(({ kind }) => kind === 'requested' || kind === 'not_attended')
  return last?.kind === 'requested' ? [{ due: dueKey(test), on: fromDatabaseDate(last.on) }] : []
}

function endOf({ patient, events }: PathwayRow): PathwayFacts['end'] {
  if (patient.diedOn) return { on: fromDatabaseDate(patient.diedOn), reason: 'died' }
  const ended = events.findLast(({ kind }) => kind === 'ended')
  return ended?.end ? { on: fromDatabaseDate(ended.on), reason: ENDS[ended.end] } : null
}
