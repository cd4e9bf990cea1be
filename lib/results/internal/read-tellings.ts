import 'server-only'
import { findNextTest, type NextTest } from '@/lib/follow-up/next-date'
import { findTestsToTell, type TestToTell } from '@/lib/follow-up/tests-to-tell'
import type { StopReason } from '@/lib/messages/gate'
import { whyNoLetters } from '@/lib/messages/why-no-letter'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { knownTests, testName } from '../known-tests'
import { resultInWords } from '../result-in-words'
import { reviewsThatStand } from '../review-state'
import { whyAlone, type WhyAlone } from '../telling'
import { awaitsTelling } from '../telling-state'
import { nameOfResult } from '../what-was-examined'
import { findResults, type ResultRow } from './result-rows'
import { releasedFrom } from './view-results'

/** What somebody is owed to be told: of a result outside a pathway, or of what answers a surveillance test. */
type Owed = { patientId: string; subjectId: string }

/** How telling somebody stands. */
export type Telling = Owed & {
  /** What was examined, and what it came to. */
  name: string
  words: string[]
  sampledOn: CalendarDate | null
  next: { name: string; dueOn: CalendarDate } | null
  /** A text message or an email says that the letter comes, where one reaches them. */
  hasNotice: boolean
  reviewId: string | null
  whyAlone: WhyAlone | null
  /** Why a letter would be stopped. */
  stop: StopReason | null
  /** Of a result outside a pathway, its row; null of a test. */
  row: ResultRow | null
}

/** How telling each of these stands now, by subject: of those that the actor may see. */
export async function readTellings(tx: Tx, owed: readonly Owed[]): Promise<ReadonlyMap<string, Telling>> {
  const subjects = owed.map(({ subjectId }) => subjectId)
  const tests = await findTestsToTell(tx, subjects)
  const ids = subjects.flatMap((id) => tests.get(id)?.resultIds ?? [id])
  const rows = await findResults(tx, { versionsOf: ids })
  const untold = new Set(
    [...Map.groupBy(rows, ({ patientId }) => patientId).values()].flatMap((own) => awaitsTelling(own)),
  )
  const stops = await whyNoLetters(tx, [...new Set(owed.map(({ patientId }) => patientId))])
  const found = new Map<string, Telling>()
  for (const one of owed) {
    const test = tests.get(one.subjectId)
    const own = rows.filter(({ id }) => (test ? test.resultIds.includes(id) : id === one.subjectId))
    const stop = stops.get(one.patientId)
    if (stop === undefined || own.some(({ patientId }) => patientId !== one.patientId)) continue
    const told = test ? underTest(test) : await byItself(tx, one.patientId, own[0], untold)
    if (told) found.set(one.subjectId, tellingOf(one, own, told, stop))
  }
  return found
}

/** Where the two kinds differ. */
type Kind = Pick<Telling, 'name' | 'hasNotice' | 'row'> & {
  isTold: boolean
  isReviewed: boolean
  next: NextTest | null
}

function underTest({ name, isTold, isReviewed, next, isDigital }: TestToTell): Kind {
  return { name, isTold, isReviewed, next, hasNotice: isDigital, row: null }
}

async function byItself(
  tx: Tx,
  patientId: string,
  row: ResultRow | undefined,
  untold: ReadonlySet<ResultRow>,
): Promise<Kind | null> {
  if (!row) return null
  return {
    name: nameOfResult(knownTests(), row.analyteCode),
    isTold: row.tellings.length > 0,
    isReviewed: untold.has(row),
    next: await findNextTest(tx, { patientId, after: today() }),
    hasNotice: false,
    row,
  }
}

function tellingOf(
  owed: Owed,
  own: readonly ResultRow[],
  { isTold, isReviewed, next, ...kind }: Kind,
  stop: StopReason | null,
): Telling {
  const reviews = own.flatMap(reviewsThatStand)
  const ids = reviews.map(({ id }) => id).sort()
  const days = own.map(({ sampledOn }) => fromDatabaseDate(sampledOn)).sort()
  const isQuiet = own.every(({ judgements }) => judgements.at(-1)?.isInRange === true)
  const facts = {
    isTold,
    isReviewed,
    isInRange: own.length > 0 && isQuiet && reviews.every(({ decision }) => decision === 'in_range'),
    isReleased: own.every((row) => isKnown(releasedFrom(row))),
    stop,
  }
  return {
    ...owed,
    ...kind,
    words: own.map(resultInWords),
    sampledOn: days.at(-1) ?? null,
    next: next && { name: testName(next.testCode), dueOn: next.dueOn },
    reviewId: ids.at(-1) ?? null,
    whyAlone: whyAlone(facts),
    stop,
  }
}

function isKnown(from: Date | null): boolean {
  return from !== null && from <= now()
}
