import 'server-only'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { testName } from '@/lib/results/known-tests'
import type { FollowUpFact, OtherVersion, PathwayView, TestView } from '../follow-up-view'
import { PATHWAY_EVENT_WORDS } from '../labels'
import { stepsFrom } from '../pathway-steps'
import { endsOn } from '../schedule'
import { pathwayState, seenBy } from './pathway-state'
import type { PathwayRow, TestRow } from './pathway-rows'
import type { KnownPathway } from './read-pathways'
import { personalChanges, snapshotHistory, type DatedFact, type SnapshotRow } from './snapshot-history'
import { testsByKey, type Standing } from './standing'
import { dueKey, isExtra } from './test-key'

/** How many of the days to come are said. */
const COMING = 4

type Around = {
  diagnoses: readonly Diagnosis[]
  nameOf: (id: string | null) => string
  /** What every pathway was asked to do, by its id, oldest first. */
  snapshots: ReadonlyMap<string, readonly SnapshotRow[]>
  /** By pathway, where the page says so. */
  otherVersions?: ReadonlyMap<string, OtherVersion>
  /** A practice does not read every result, so it is told no states, which follow from them. */
  withStates: boolean
}

/** A pathway as a page says it. */
export function viewPathway(
  pathway: KnownPathway,
  standing: Standing,
  { diagnoses, nameOf, withStates, snapshots, otherVersions }: Around,
): PathwayView {
  const { row, snapshot } = pathway
  const { decision, events, team } = row
  const { state, isSuspended } = pathwayState(row)
  const kept = { snapshot, rows: snapshots.get(row.id) ?? [], nameOf }
  return {
    id: row.id,
    version: row.version,
    patientId: row.patientId,
    team: { id: team.id, name: team.name, telephone: team.telephone },
    diagnosis: diagnoses.find(({ id }) => id === row.diagnosisId) ?? null,
    stream: decision.stream,
    state,
    steps: stepsFrom(state, isSuspended),
    byOn: waitsUntil(row, state),
    ...planOf(pathway),
    otherVersion: otherVersions?.get(row.id) ?? null,
    personal: personalChanges(kept),
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
    isDigital: decision.isDigital,
    wishes: decision.wishes,
    reasons: decision.reasons,
    tests: testsOf(row, standing, withStates).reverse(),
    coming: comingTests(row, standing),
    history: inOrder([...historyOf(row, nameOf), ...snapshotHistory(kept)]),
    letter: events.findLast(({ letter }) => letter !== null)?.letter ?? null,
  }
}

/** The day by which the person is to be seen, or by which to decide whether follow-up goes on. */
function waitsUntil({ events }: PathwayRow, state: PathwayView['state']): CalendarDate | null {
  if (state === 'recalled') return seenBy(events)
  if (state !== 'suspended') return null
  return fromDatabaseDateOrNull(events.findLast(({ kind }) => kind === 'suspended')?.byOn ?? null)
}

/** What is planned, from which day on and until when; nothing where the practice took over. */
function planOf({ row, snapshot }: KnownPathway): Pick<PathwayView, 'protocol' | 'anchorOn' | 'endsOn'> {
  if (!snapshot) return { protocol: null, anchorOn: fromDatabaseDate(row.anchorOn), endsOn: null }
  const { title, version, anchor } = snapshot.protocol
  return {
    protocol: { title, version, anchor },
    anchorOn: snapshot.anchorOn,
    endsOn: endsOn(snapshot),
  }
}

function testsOf({ tests }: PathwayRow, standing: Standing, withStates: boolean): TestView[] {
  return tests
    .filter(({ settledAt }) => withStates || !settledAt)
    .map((test) => viewTest(test, standing, withStates))
}

/** One test as it stands; without states, when it is planned, and when it was done as far as the actor may read that. */
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
    doneOn: due?.metBy?.on ?? extraOn,
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

function historyOf({ events }: PathwayRow, nameOf: Around['nameOf']): DatedFact[] {
  return events.map(({ id, kind, on, reason, recordedAt, recordedById }) => ({
    id,
    on: fromDatabaseDate(on),
    words: PATHWAY_EVENT_WORDS[kind],
    reason,
    by: nameOf(recordedById),
    recordedAt,
  }))
}

/** As it was recorded, the latest first. */
function inOrder(facts: readonly DatedFact[]): FollowUpFact[] {
  return [...facts]
    .sort((one, other) => other.recordedAt.getTime() - one.recordedAt.getTime())
    .map(({ recordedAt: _recordedAt, ...fact }) => fact)
}
