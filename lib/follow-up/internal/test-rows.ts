import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import type { PathwayRow, TestRow } from './pathway-rows'
import type { StandingTest } from './standing'
import { keptKey } from './test-key'

const UNDONE: readonly string[] = ['not_yet', 'due', 'requested']

type PlannedDays = Pick<StandingTest, 'key' | 'test' | 'dueOn' | 'opensOn' | 'overdueOn'>

/** The row of a test that has none. */
export function newRow(
  { id: pathwayId, patientId, teamId }: Pick<PathwayRow, 'id' | 'patientId' | 'teamId'>,
  test: PlannedDays,
): TestRow {
  return {
    id: uuidv7(),
    patientId,
    pathwayId,
    teamId,
    ...keptKey(test.key),
    testCode: test.test,
    ...daysOf(test),
    openedAt: now(),
    settledAt: null,
    version: 1,
    events: [],
  }
}

function windowFromOf({ opensOn, dueOn }: PlannedDays): CalendarDate {
  return opensOn < dueOn ? opensOn : dueOn
}

function daysOf(test: PlannedDays) {
  return {
    dueOn: toDatabaseDate(test.dueOn),
    windowFrom: toDatabaseDate(windowFromOf(test)),
    overdueOn: toDatabaseDate(test.overdueOn),
  }
}

type Change = Partial<ReturnType<typeof daysOf>> & { settledAt: Date | null }

/**
 * What has to be changed of a test's row; null when it agrees. A test that the protocol no longer has, and about which
 * nothing is owed, is over.
 */
export function changeOf(kept: TestRow, test: StandingTest | undefined, isOwed: boolean): Change | null {
  const isSettled = !isOwed && !(test && UNDONE.includes(test.state))
  const isMoved = test !== undefined && !hasDays(kept, test)
  if (!isMoved && isSettled === (kept.settledAt !== null)) return null
  return { ...(test && daysOf(test)), settledAt: isSettled ? (kept.settledAt ?? now()) : null }
}

function hasDays(kept: TestRow, test: StandingTest): boolean {
  return (
    fromDatabaseDate(kept.dueOn) === test.dueOn &&
    fromDatabaseDate(kept.windowFrom) === windowFromOf(test) &&
    fromDatabaseDate(kept.overdueOn) === test.overdueOn
  )
}
