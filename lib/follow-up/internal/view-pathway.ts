import 'server-only'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { testName } from '@/lib/results/known-tests'
import type { FollowUpFact, PathwayView, TestView } from '../follow-up-view'
import { PATHWAY_EVENT_WORDS } from '../labels'
import { stepsFrom } from '../pathway-steps'
import { endsOn } from '../schedule'
import { pathwayState } from './pathway-state'
import type { KnownPathway, PathwayRow, TestRow } from './read-pathways'
import { testsByKey, type Standing } from './standing'
import { dueKey, isExtra } from './test-key'

/** How many of the days to come are said. */
const COMING = 4

type Around = {
  diagnoses: readonly Diagnosis[]
  nameOf: (id: string | null) => string
  /** A practice does not read results, so it is told no states, which follow from them. */
  withStates: boolean
}

/** A pathway as a page says it. */
export function viewPathway(
  pathway: KnownPathway,
  standing: Standing,
  { diagnoses, nameOf, withStates }: Around,
): PathwayView {
  const { row, snapshot } = pathway
  const { decision, events, team } = row
  const last = events.findLast(({ kind }) => kind === 'suspended' || kind === 'recalled')
  const { state, isSuspended } = pathwayState(row)
  return {
    id: row.id,
    version: row.version,
    patientId: row.patientId,
    team: { id: team.id, name: team.name, telephone: team.telephone },
    diagnosis: diagnoses.find(({ id }) => id === row.diagnosisId) ?? null,
    stream: decision.stream,
    state,
    steps: stepsFrom(state, isSuspended),
    byOn: state === 'suspended' || state === 'recalled' ? fromDatabaseDateOrNull(last?.byOn ?? null) : null,
    protocol: snapshot && {
      title: snapshot.protocol.title,
      version: snapshot.protocol.version,
      anchor: snapshot.protocol.anchor,
    },
    anchorOn: fromDatabaseDate(row.anchorOn),
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
    endsOn: snapshot && endsOn(snapshot),
    isDigital: decision.isDigital,
    wishes: decision.wishes,
    reasons: decision.reasons,
    tests: testsOf(row, standing, withStates).reverse(),
    coming: comingTests(row, standing),
    history: historyOf(row, nameOf),
    letter: events.findLast(({ letter }) => letter !== null)?.letter ?? null,
  }
}

function testsOf({ tests }: PathwayRow, standing: Standing, withStates: boolean): TestView[] {
  return tests
    .filter(({ settledAt }) => withStates || !settledAt)
    .map((test) => viewTest(test, standing, withStates))
}

/** One test as it stands; without states, that it is planned and when. */
export function viewTest(test: TestRow, standing: Standing, withStates: boolean): TestView {
  const key = dueKey(test)
  const due = standing.due.find((one) => one.key === key)
  const state = testsByKey(standing).get(key)?.state ?? 'settled'
  const extraOn = isExtra(test) ? fromDatabaseDate(test.dueOn) : null
  return {
    id: test.id,
    name: testName(test.testCode),
    dueOn: fromDatabaseDate(test.dueOn),
    state: withStates ? state : 'due',
    isOverdue: withStates && (due?.isOverdue ?? false),
    doneOn: withStates ? (due?.metBy?.on ?? extraOn) : null,
  }
}

/** The days to come of tests that have no row yet: the next test has one already. */
function comingTests({ tests, endedOn }: PathwayRow, { due }: Standing): PathwayView['coming'] {
  if (endedOn) return []
  const kept = new Set(tests.map(dueKey))
  return due
    .filter(({ key, state }) => state === 'not_yet' && !kept.has(key))
    .slice(0, COMING)
    .map(({ key, test, dueOn }) => ({ key, name: testName(test), dueOn }))
}

function historyOf({ events }: PathwayRow, nameOf: Around['nameOf']): FollowUpFact[] {
  return events
    .map(({ id, kind, on, reason, recordedById }) => ({
      id,
      on: fromDatabaseDate(on),
      words: PATHWAY_EVENT_WORDS[kind],
      reason,
      by: nameOf(recordedById),
    }))
    .reverse()
}
