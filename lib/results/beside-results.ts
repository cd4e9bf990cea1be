import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { hotRead, type NamedStatement } from '@/lib/access/hot-read'
import { nextTests } from '@/lib/follow-up/next-date'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { Prisma } from '@/lib/platform/prisma-client/client'
import type { Stored } from './internal/fact-of-row'
import { factsOfRows } from './internal/result-rows'
import { testName } from './known-tests'
import { OUTCOME_LABELS } from './labels'
import { isReading, resultsInForce, type ResultFact } from './result'

/** What a result in range is looked at beside, in a list: the last values before it, oldest first, and what is due next. */
export type Beside = {
  earlier: readonly string[]
  next: { name: string; dueOn: CalendarDate } | null
}

/** As many values before one show its course. */
const SHOWN = 3
/** The last versions that are read for them: each value with a correction of it. Fewer are shown where there were more. */
const READ = 2 * SHOWN

type Shown = { patientId: string; result: { id: string } }

/**
 * What each of these results is seen beside, by its id: in one wait, however many they are. That it was read is logged.
 */
export async function readBeside(
  actor: Actor,
  shown: readonly Shown[],
): Promise<(resultId: string) => Beside> {
  const patients = new Map(shown.map(({ patientId, result }) => [result.id, patientId]))
  if (patients.size === 0) return () => ({ earlier: [], next: null })
  const ids = Prisma.sql`${[...patients.keys()]}::uuid[]`
  const patientIds = Prisma.sql`${[...new Set(patients.values())]}::uuid[]`
  const [rows, coming] = await hotRead<[Row[], Coming[]]>(
    actor,
    named('earlier-results', earlierResults(ids)),
    named('next-tests', nextTests(patientIds, today())),
  )
  const byShown = Map.groupBy(rows, ({ shownId }) => shownId)
  const nextOf = new Map(
    coming.map(({ patientId, testCode, dueOn }) => [patientId, { name: testName(testCode), dueOn }]),
  )
  return (resultId) => ({
    earlier: earlierWords(byShown.get(resultId) ?? []),
    next: nextOf.get(patients.get(resultId) ?? '') ?? null,
  })
}

function named(name: string, { text, values }: Prisma.Sql): NamedStatement {
  return { name, text, values }
}

type Coming = { patientId: string; testCode: string; dueOn: CalendarDate }

type Row = Omit<Stored, 'analyteCode' | 'reportText' | 'sampledOn'> & {
  sampledOn: CalendarDate
  shownId: string
  shownUnit: string | null
  orderNumber: string | null
  replacesId: string | null
}

/** Of each result the last versions of the same before its day, oldest filed first. Nothing is read that is not logged. */
function earlierResults(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with before as materialized (
      select shown_id as "shownId", shown_unit as "shownUnit", id, value_text as "valueText", unit, outcome, status,
        sampled_on::text as "sampledOn", reported_at as "reportedAt", recorded_at as "recordedAt",
        order_number as "orderNumber", replaces_id as "replacesId"
      from access.results_before(${ids}, ${READ}::int)
    ), logged as (
      insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
      select 'results.listed', jsonb_build_object('earlier', count(*)), 0, 0, now(), '', '', '' from before)
    select * from before order by id`
}

/** What is the same of all versions of one result before another, or does not matter to what they say. */
const OF_ONE = { patientId: '', analyteCode: '', reportText: null, testId: null, choices: [] }

function earlierWords(rows: readonly Row[]): string[] {
  const facts = factsOfRows(
    rows.map((row) => ({ ...row, ...OF_ONE, sampledOn: toDatabaseDate(row.sampledOn) })),
  )
  const [first] = rows
  return resultsInForce(facts.map(({ fact }) => fact))
    .filter((fact) => !isReading(fact) || fact.value.unit === first?.shownUnit)
    .slice(-SHOWN)
    .map(wordsOf)
}

function wordsOf({ value }: ResultFact): string {
  return value.kind === 'quantity' ? value.quantity.written : OUTCOME_LABELS[value.outcome]
}
