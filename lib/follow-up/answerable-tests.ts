import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { isExtra } from './internal/test-key'

/**
 * A test of a pathway that a result may answer. `isExtra`: it was kept for a result that no test was waiting for. `isOver`:
 * its pathway has ended.
 */
export type AnswerableTest = {
  id: string
  pathwayId: string
  teamId: string
  team: string
  testCode: string
  dueOn: CalendarDate
  isExtra: boolean
  isOver: boolean
}

const SELECT = {
  id: true,
  pathwayId: true,
  teamId: true,
  testCode: true,
  dueOn: true,
  occurrence: true,
  team: { select: { name: true } },
  pathway: { select: { endedOn: true } },
} as const

/**
 * The tests of these kinds that are due, or were and are not settled, earliest due first: of a pathway that has ended those
 * whose result is waited for.
 */
export async function listAnswerableTests(
  tx: Tx,
  { patientId, testCodes }: { patientId: string; testCodes: readonly string[] },
): Promise<AnswerableTest[]> {
  const rows = await tx.surveillanceTest.findMany({
    where: { patientId, testCode: { in: [...testCodes] }, settledAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: SELECT,
  })
  return rows.map(answerableOf).filter((test) => !test.isExtra)
}

/** The test with this id; null where there is none. */
export async function findAnsweredTest(
  tx: Tx,
  { patientId, testId }: { patientId: string; testId: string | null },
): Promise<AnswerableTest | null> {
  if (testId === null) return null
  const row = await tx.surveillanceTest.findFirst({ where: { patientId, id: testId }, select: SELECT })
  return row && answerableOf(row)
}

type Row = Omit<AnswerableTest, 'team' | 'dueOn' | 'isExtra' | 'isOver'> & {
  occurrence: string
  dueOn: Date
  team: { name: string }
  pathway: { endedOn: Date | null }
}

/** A test whose row was read before, with its team and pathway. */
export function answerableOf({ id, testCode, occurrence, dueOn, team, pathway, ...of }: Row): AnswerableTest {
  return {
    ...{ id, testCode, pathwayId: of.pathwayId, teamId: of.teamId, team: team.name },
    dueOn: fromDatabaseDate(dueOn),
    isExtra: isExtra({ occurrence }),
    isOver: pathway.endedOn !== null,
  }
}
