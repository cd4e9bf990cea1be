import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { extraKey, keptKey } from './internal/test-key'

type Extra = { patientId: string; pathwayId: string; teamId: string; test: string; on: CalendarDate }

/**
 * The test of a pathway under which a result is kept that no test was waiting for, so that it is reviewed and told like
 * all. @returns its id: of the one that there is for that day, or of another
 */
export async function keepExtraTest(
  tx: Tx,
  { patientId, pathwayId, teamId, test, on }: Extra,
): Promise<string> {
  const key = keptKey(extraKey({ test, on }))
  const kept = await tx.surveillanceTest.findFirst({
    where: { patientId, pathwayId, ...key },
    select: { id: true },
  })
  if (kept) return kept.id
  const [id, day] = [uuidv7(), toDatabaseDate(on)]
  const days = { dueOn: day, windowFrom: day, overdueOn: day, openedAt: now() }
  await tx.surveillanceTest.createMany({
    data: [{ id, patientId, pathwayId, teamId, testCode: test, ...key, ...days }],
  })
  return id
}
