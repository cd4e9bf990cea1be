import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'

export type NextTest = { testCode: string; dueOn: CalendarDate }

/** The next test that the person is to come for, of all their pathways that go on; null where none is planned. */
export async function findNextTest(
  tx: Tx,
  { patientId, after }: { patientId: string; after: CalendarDate },
): Promise<NextTest | null> {
  const row = await tx.surveillanceTest.findFirst({
    where: {
      patientId,
      settledAt: null,
      dueOn: { gt: toDatabaseDate(after) },
      pathway: { endedOn: null, suspendedOn: null },
      events: { none: { kind: 'done' } },
      results: { none: {} },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { testCode: true, dueOn: true },
  })
  return row && { testCode: row.testCode, dueOn: fromDatabaseDate(row.dueOn) }
}
