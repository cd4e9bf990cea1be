import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { standingVersions, type ResultFact } from '@/lib/results/result'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import type { PathwayFacts } from './pathway'
import { textOrder } from './internal/text-order'

/** A test that was done on a day, and how far its result has come. */
export type Occurrence = {
  /** Test and day: `psa 2026-03-01`; or test and what it was chosen for. */
  key: string
  test: string
  on: CalendarDate
  /** The key of the due test that somebody said it answers; null where its day decides. */
  chosenFor: string | null
  /** The versions in force, preliminary ones included. */
  resultIds: readonly string[]
  /** Since when a version in force waits for review; null when none does. */
  unreviewedSince: CalendarDate | null
  /** When the last part of the result came, final or corrected; null while something is missing. */
  resultedOn: CalendarDate | null
  /** When the last version in force was reviewed; null while one is not, or the result is not complete. */
  reviewedOn: CalendarDate | null
  /** When the person was told the last of it; null while there is something to tell. */
  toldOn: CalendarDate | null
}

type Gathered = Pick<Occurrence, 'key' | 'test' | 'on' | 'chosenFor'> & { standing: ResultFact[] }

/**
 * Every test that was done, earliest first: as somebody recorded it, or as a result shows. They belong together by the
 * specimen, else by the day. A test whose results were all cancelled was not done. A correction has to be reviewed and
 * told like the result before it.
 *
 * @param facts as known on the day that is asked about
 */
export function occurrencesOf(facts: PathwayFacts, tests: SurveillanceTests): Occurrence[] {
  const dealtWith = { reviewed: firstDays(facts.reviews), told: firstDays(facts.tellings) }
  return gather(facts, tests)
    .filter(({ standing }) => standing.length === 0 || standing.some(isInForce))
    .map((gathered) => occurrenceOf(gathered, dealtWith, tests))
    .sort((one, other) => textOrder(one.on, other.on) || textOrder(one.test, other.test))
}

function gather(facts: PathwayFacts, tests: SurveillanceTests): Gathered[] {
  const { performed, results, choices = [] } = facts
  const dayOf = new Map(performed.map(({ test, specimen, on }) => [`${test} ${specimen}`, on]))
  const gathered = new Map<string, Gathered>()
  const at = (key: string, test: string, on: CalendarDate): Gathered => {
    const entry = gathered.get(key) ?? { key, test, on, chosenFor: null, standing: [] }
    gathered.set(key, entry)
    return entry
  }
  for (const { test, on } of performed) at(`${test} ${on}`, test, on)
  for (const result of standingVersions(results))
    for (const test of testsOf(result, tests)) {
      const performedOn = dayOf.get(`${test} ${result.specimen}`)
      const on = performedOn ?? result.sampleOn
      const chosenFor =
        choices.find(({ resultId, due }) => resultId === result.id && due.startsWith(`${test} `))?.due ?? null
      // All that was chosen for one due test is one test, whatever days it came from.
      const key = chosenFor && !performedOn ? `${test} for ${chosenFor}` : `${test} ${on}`
      const entry = at(key, test, on)
      entry.standing.push(result)
      entry.chosenFor ??= chosenFor
    }
  return [...gathered.values()]
}

/** The tests that a result is part of: a report names its own. */
function testsOf({ code, value }: ResultFact, { tests }: SurveillanceTests): string[] {
  if (value.kind === 'report') return [code]
  return tests.filter(({ analytes }) => analytes.includes(code)).map((test) => test.code)
}

function isInForce({ status }: ResultFact): boolean {
  return status !== 'cancelled'
}

function occurrenceOf(
  { key, test, on, chosenFor, standing }: Gathered,
  dealtWith: { reviewed: FirstDays; told: FirstDays },
  tests: SurveillanceTests,
): Occurrence {
  const inForce = standing.filter(isInForce)
  const unreviewed = inForce.filter(({ id }) => !dealtWith.reviewed.has(id))
  const isComplete = isWhole(test, standing, tests)
  return {
    key,
    test,
    on,
    chosenFor,
    resultIds: inForce.map(({ id }) => id),
    unreviewedSince: earliest(unreviewed.map(cameOn)),
    resultedOn: isComplete ? latest(inForce.map(cameOn)) : null,
    reviewedOn: isComplete ? latestOf(inForce, dealtWith.reviewed) : null,
    toldOn: isComplete ? latestOf(inForce, dealtWith.told) : null,
  }
}

/** Whether all that belongs to the test is there, final; what the laboratory cancelled is not waited for. */
function isWhole(test: string, standing: readonly ResultFact[], { tests }: SurveillanceTests): boolean {
  if (standing.length === 0 || standing.some(({ status }) => status === 'preliminary')) return false
  const analytes = tests.find(({ code }) => code === test)?.analytes ?? []
  return analytes.every((analyte) => standing.some(({ code }) => code === analyte))
}

function cameOn({ receivedAt }: ResultFact): CalendarDate {
  return londonDate(receivedAt)
}

type FirstDays = ReadonlyMap<string, CalendarDate>

/** By result the day on which it was dealt with for the first time. */
function firstDays(dealtWith: readonly { resultId: string; on: CalendarDate }[]): FirstDays {
  const first = new Map<string, CalendarDate>()
  for (const { resultId, on } of dealtWith) {
    const before = first.get(resultId)
    if (before === undefined || on < before) first.set(resultId, on)
  }
  return first
}

/** The last day on which one of the results was dealt with for the first time; null when one was not. */
function latestOf(results: readonly ResultFact[], first: FirstDays): CalendarDate | null {
  const days = results.map(({ id }) => first.get(id) ?? null)
  return days.includes(null) ? null : latest(days.filter((day) => day !== null))
}

function earliest(days: readonly CalendarDate[]): CalendarDate | null {
  return [...days].sort()[0] ?? null
}

function latest(days: readonly CalendarDate[]): CalendarDate | null {
  return [...days].sort().at(-1) ?? null
}
