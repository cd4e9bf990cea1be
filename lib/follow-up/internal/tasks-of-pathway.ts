import 'server-only'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { testName } from '@/lib/results/known-tests'
import type { PathwayTask } from '@/lib/tasks/keep-pathway-tasks'
import type { Obligation } from '../obligations'
import { metBy, TASK_OF } from '../pathway-tasks'
import type { KnownPathway, PathwayRow } from './read-pathways'
import { testsByKey, type Standing } from './standing'

type Ledger = { owed: PathwayTask[]; met: { kind: TaskKind; subject: string }[] }

/** What has to be open about a pathway, and what its facts say was met. `idOf`: the row of the test under a key. */
export function tasksOf(
  pathway: KnownPathway,
  standing: Standing,
  idOf: ReadonlyMap<string, string>,
): Ledger {
  const { row } = pathway
  const tests = testsByKey(standing)
  const owed = standing.owed.flatMap((one): PathwayTask[] => {
    if (one.about === 'pathway') return [{ ...pathwayTask(one, row), subject: row.id }]
    const [subject, test] = [idOf.get(one.about), tests.get(one.about)]
    if (!subject || !test) return []
    // A test that was asked for is looked after once its grace is over, not while nobody asks.
    const due = one.kind === 'await_test' ? test.overdueOn : one.dueOn
    return [{ kind: TASK_OF[one.kind], subject, due, words: testName(test.test) }]
  })
  const met = [...tests].flatMap(([key, { state }]) => {
    const subject = idOf.get(key)
    return subject ? metBy(state).map((kind) => ({ kind, subject })) : []
  })
  return { owed: [...owed, ...recallTask(pathway)], met: [...met, ...metOnPathway(row)] }
}

/** A suspension is looked at when whoever suspended said. */
function pathwayTask({ kind, dueOn }: Obligation, { events }: PathwayRow) {
  const last = events.findLast((event) => event.kind === 'suspended')
  const said = kind === 'review_suspension' && last?.byOn ? fromDatabaseDate(last.byOn) : null
  return { kind: TASK_OF[kind], due: said ?? dueOn, words: null }
}

/** Called back to clinic and not seen yet. */
function recallTask({ row, facts }: KnownPathway): PathwayTask[] {
  const last = lastOf(row, ['recalled', 'seen_after_recall'])
  if (facts.end || last?.kind !== 'recalled' || !last.byOn) return []
  return [{ kind: 'see_after_recall', subject: row.id, due: fromDatabaseDate(last.byOn), words: null }]
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
