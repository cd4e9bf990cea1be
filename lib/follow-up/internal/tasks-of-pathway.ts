import 'server-only'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { testName } from '@/lib/results/known-tests'
import type { PathwayTask } from '@/lib/tasks/keep-pathway-tasks'
import type { Obligation } from '../obligations'
import { metBy, TASK_OF } from '../pathway-tasks'
import type { PathwayRow } from './pathway-rows'
import type { KnownPathway } from './read-pathways'
import { seenBy } from './pathway-state'
import { testsByKey, type Standing, type StandingTest } from './standing'

type Ledger = { owed: PathwayTask[]; met: { kind: TaskKind; subject: string }[] }

/**
 * What has to be open about a pathway, and what its facts say was met.
 *
 * @param kept by key the row of each test, and which may have tasks open about them
 */
export function tasksOf(
  pathway: KnownPathway,
  standing: Standing,
  { idOf, open }: { idOf: ReadonlyMap<string, string>; open: ReadonlySet<string> },
): Ledger {
  const { row, results } = pathway
  const tests = testsByKey(standing)
  const cameAt = new Map(results.results.map(({ id, receivedAt }) => [id, receivedAt]))
  const owed = standing.owed.flatMap((one): PathwayTask[] => {
    if (one.about === 'pathway') return [{ ...pathwayTask(one, pathway), subject: row.id }]
    const [subject, test] = [idOf.get(one.about), tests.get(one.about)]
    if (!subject || !test) return []
    const since = latest(test.metBy?.resultIds.map((id) => cameAt.get(id)) ?? [])
    return [{ kind: TASK_OF[one.kind], subject, due: one.dueOn, words: testWords(one, test), since }]
  })
  const met = [...tests].flatMap(([key, { state }]) => {
    const subject = open.has(key) ? idOf.get(key) : undefined
    return subject ? metBy(state).map((kind) => ({ kind, subject })) : []
  })
  return { owed: [...owed, ...recallTask(pathway)], met: [...met, ...metOnPathway(row)] }
}

/** Which test it is, so that the worklist says what to do; of one that was done, when, to look for its result or to tell it. */
function testWords({ kind }: Obligation, { test, metBy: done }: StandingTest): string {
  const isAboutThatDay = kind === 'await_result' || kind === 'chase_result' || kind === 'tell_person'
  return isAboutThatDay && done ? `${testName(test)}, done ${formatDateForStaff(done.on)}` : testName(test)
}

/** A suspension is looked at when whoever suspended said. */
function pathwayTask({ kind, dueOn }: Obligation, { row, snapshot }: KnownPathway) {
  const suspended = kind === 'review_suspension' ? lastOf(row, ['suspended']) : undefined
  const due = suspended?.byOn ? fromDatabaseDate(suspended.byOn) : dueOn
  return {
    kind: TASK_OF[kind],
    due,
    words: suspended ? inBrief(suspended.reason) : (snapshot?.protocol.title ?? null),
    since: suspended?.recordedAt ?? null,
  }
}

function latest(instants: readonly (Date | undefined)[]): Date | null {
  const known = instants.filter((instant) => instant !== undefined)
  return known.toSorted((one, other) => one.getTime() - other.getTime()).at(-1) ?? null
}

const BRIEF_CHARACTERS = 120

/** The first line of a reason, as much of it as a row of a list has room for. */
function inBrief(reason: string): string {
  const [line = ''] = reason.trim().split('\n')
  return line.length > BRIEF_CHARACTERS ? `${line.slice(0, BRIEF_CHARACTERS - 1).trimEnd()}…` : line
}

/** Called back to clinic and not seen yet: by the earliest day that was said, for the reason that was said last. */
function recallTask({ row, facts }: KnownPathway): PathwayTask[] {
  const last = lastOf(row, ['recalled'])
  const due = seenBy(row.events)
  if (facts.end || !last || !due) return []
  const { reason, recordedAt: since } = last
  return [{ kind: 'see_after_recall', subject: row.id, due, words: inBrief(reason), since }]
}

function metOnPathway(row: PathwayRow): Ledger['met'] {
  const met = (kind: TaskKind) => [{ kind, subject: row.id }]
  const isOver = row.endedOn !== null
  return [
    ...(isOver ? met('review_follow_up') : []),
    ...(isOver || lastOf(row, ['suspended', 'reactivated'])?.kind === 'reactivated'
      ? met('review_suspended_pathway')
      : []),
    ...(lastOf(row, ['recalled', 'seen_after_recall'])?.kind === 'seen_after_recall'
      ? met('see_after_recall')
      : []),
  ]
}

type EventRow = PathwayRow['events'][number]

function lastOf({ events }: PathwayRow, kinds: readonly EventRow['kind'][]): EventRow | undefined {
  return events.findLast(({ kind }) => kinds.includes(kind))
}
