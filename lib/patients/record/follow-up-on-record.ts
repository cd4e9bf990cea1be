import type { TestState } from '@/lib/follow-up/due-tests'
import type { PathwayState } from '@/lib/follow-up/follow-up-view'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FollowUpStream, SurveillanceTestEventKind, TaskKind } from '@/lib/platform/prisma-client/enums'
import type { TaskOnRecord } from './record-row'

type UnsettledTest = {
  id: string
  code: string
  dueOn: CalendarDate
  windowFrom: CalendarDate
  overdueOn: CalendarDate
  /** What was last said of it. */
  said: SurveillanceTestEventKind | null
  isResulted: boolean
}

/** A pathway with the tests that are not settled, the one due first first. */
export type PathwayRow = {
  id: string
  diagnosisId: string
  stream: FollowUpStream
  suspendedOn: CalendarDate | null
  endedOn: CalendarDate | null
  isRecalled: boolean
  tests: UnsettledTest[] | null
}

export type TestOnRecord = {
  id: string
  name: string
  dueOn: CalendarDate
  /** Null where the actor is told no states: a practice, which is shown days to come alone. */
  state: TestState | null
  isOverdue: boolean
}

export type PathwayOnRecord = Pick<PathwayRow, 'id' | 'diagnosisId' | 'stream' | 'endedOn'> & {
  state: PathwayState
  /** The first test that is still to come. */
  next: TestOnRecord | null
  /** Tests about which something is owed now, the one due first first. */
  waiting: TestOnRecord[]
}

/** The pathways of a patient: those that go on, and those that ended and still have a test not settled. */
export const FOLLOW_UP_PART = {
  follow_up: `select jsonb_agg(jsonb_build_object('id', pathway.id, 'diagnosisId', pathway.diagnosis_id,
      'stream', decision.stream, 'suspendedOn', pathway.suspended_on, 'endedOn', pathway.ended_on,
      'isRecalled', coalesce((select event.kind = 'recalled' from pathway_event as event
        where event.pathway_id = pathway.id and event.kind in ('recalled', 'seen_after_recall')
        order by event.recorded_at desc, event.id desc limit 1), false),
      'tests', (select jsonb_agg(jsonb_build_object('id', test.id, 'code', test.test_code, 'dueOn', test.due_on,
          'windowFrom', test.window_from, 'overdueOn', test.overdue_on,
          'said', (select event.kind from surveillance_test_event as event where event.test_id = test.id
            order by event.recorded_at desc, event.id desc limit 1),
          'isResulted', exists (select from result where result.test_id = test.id)) order by test.due_on, test.id)
        from surveillance_test as test where test.pathway_id = pathway.id and test.settled_at is null))
      order by pathway.started_on, pathway.id)
    from follow_up_pathway as pathway join stratification_decision as decision on decision.id = pathway.decision_id
    where pathway.patient_id = $1::uuid`,
}

type Around = {
  /** Tasks of the actor's own teams say what their tests wait for. */
  tasks: readonly TaskOnRecord[]
  withStates: boolean
  /** The name of a test, by its code. */
  nameOf: (code: string) => string
  /** A death ends everything about follow-up. */
  diedOn: CalendarDate | null
  today: CalendarDate
}

/** Pathways as the record says them; one that ended is said while a test of it is not settled, or none goes on. */
export function pathwaysOnRecord(rows: readonly PathwayRow[], around: Around): PathwayOnRecord[] {
  const { diedOn } = around
  const standing = diedOn ? rows.map((row) => endedByDeath(row, diedOn)) : rows
  const all = standing.map((row) => pathwayOnRecord(row, around))
  const said = all.filter(({ endedOn, waiting }) => endedOn === null || waiting.length > 0)
  return said.length > 0 ? said : all.slice(-1)
}

function endedByDeath(row: PathwayRow, diedOn: CalendarDate): PathwayRow {
  return { ...row, endedOn: row.endedOn ?? diedOn, tests: null }
}

function pathwayOnRecord(row: PathwayRow, around: Around): PathwayOnRecord {
  const { id, diagnosisId, stream, endedOn } = row
  const state = stateOf(row)
  const isAsking = state === 'live' || state === 'recalled'
  const tests = (row.tests ?? [])
    .map((test) => testOnRecord(test, around))
    .filter((test) => isAsking || !isUndone(test))
  const isToCome = ({ state, dueOn }: TestOnRecord) =>
    state === null ? dueOn >= around.today : state === 'not_yet'
  return {
    id,
    diagnosisId,
    stream,
    endedOn,
    state,
    next: tests.find(isToCome) ?? null,
    waiting: tests.filter(({ state }) => state !== null && state !== 'not_yet'),
  }
}

/** While follow-up is suspended, and after its end, nobody asks for these. */
function isUndone({ state }: TestOnRecord): boolean {
  return state === null || state === 'not_yet' || state === 'due' || state === 'requested'
}

function stateOf({ endedOn, suspendedOn, isRecalled }: PathwayRow): PathwayState {
  if (endedOn) return 'ended'
  if (suspendedOn) return 'suspended'
  return isRecalled ? 'recalled' : 'live'
}

function testOnRecord(test: UnsettledTest, { tasks, withStates, today, nameOf }: Around): TestOnRecord {
  const { id, code, dueOn, overdueOn } = test
  const state = withStates ? stateOfTest(test, tasks, today) : null
  return {
    id,
    name: nameOf(code),
    dueOn,
    state,
    isOverdue: (state === 'due' || state === 'requested') && today >= overdueOn,
  }
}

const STATE_BY_TASK: Partial<Record<TaskKind, TestState>> = {
  chase_test_result: 'done',
  review_result: 'resulted',
  tell_result: 'reviewed',
}

/** What is owed about a test says where it stands. Another team's task does not say what it is about: then the facts do. */
function stateOfTest(
  { id, said, isResulted, windowFrom }: UnsettledTest,
  tasks: readonly TaskOnRecord[],
  today: CalendarDate,
): TestState {
  const own = tasks.flatMap(({ kind, subjectId }) => (subjectId === id ? (STATE_BY_TASK[kind] ?? []) : []))
  if (own[0]) return own[0]
  if (isResulted) return 'resulted'
  if (said === 'done') return 'done'
  if (said === 'requested') return 'requested'
  return today < windowFrom ? 'not_yet' : 'due'
}
