import 'server-only'
import { uuidv7 } from 'uuidv7'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { PathwayRow, TestRow } from './pathway-rows'
import type { StandingTest } from './standing'
import { keptKey } from './test-key'

const UNDONE: readonly string[] = ['not_yet', 'due', 'requested']

/** The row of a test that has none. */
export function newRow({ id: pathwayId, patientId, teamId }: PathwayRow, test: StandingTest): TestRow {
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

function daysOf({ dueOn, opensOn, overdueOn }: StandingTest) {
  return {
    dueOn: toDatabaseDate(dueOn),
    windowFrom: toDatabaseDate(opensOn < dueOn ? opensOn : dueOn),
    overdueOn: toDatabaseDate(overdueOn),
  }
}

type Change = Partial<ReturnType<typeof daysOf>> & { settledAt: Date | null }

/**
 * What has to be changed of a test's row; null when it agrees. A test that the protocol no longer has, and about which
 * nothing is owed, is over.
 */
export function changeOf(kept: TestRow, test: StandingTest | undefined, isOwed: boolean): Change | null {
  const isSettled = !isOwed && !(test && UNDONE.includes(test.state))
  const days = test ? daysOf(test) : {}
  const isMoved = test !== undefined && !hasDays(kept, test)
  if (!isMoved && isSettled === (kept.settledAt !== null)) return null
  return { ...days, settledAt: isSettled ? (kept.settledAt ?? now()) : null }
}

function hasDays(kept: TestRow, test: StandingTest): boolean {
  const days = daysOf(test)
  return (['dueOn', 'windowFrom', 'overdueOn'] as const).every(
    (day) => kept[day].getTime() === days[day].getTime(),
  )
}
