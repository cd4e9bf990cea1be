import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { Prisma } from '@/lib/platform/prisma-client/client'
import type { DueTest } from './due-tests'
import { isSaidDone } from './internal/is-said-done'
import { pathwayState } from './internal/pathway-state'
import { readPathways, type KnownPathway } from './internal/read-pathways'
import { standingOf } from './internal/standing'
import { textOrder } from './internal/text-order'

export type NextTest = { testCode: string; dueOn: CalendarDate }

/**
 * The next test that the person is to come for, of all their pathways that go on and are not suspended; null where none is
 * planned. What a letter says, its copy, the page and the record of the telling have it from here.
 */
export async function findNextTest(
  tx: Tx,
  { patientId, after }: { patientId: string; after: CalendarDate },
): Promise<NextTest | null> {
  return nextTestOn(await readPathways(tx, { patientIds: [patientId] }), after)
}

/** The same on all pathways of a person, which were read before. */
export function nextTestOn(pathways: readonly KnownPathway[], after: CalendarDate): NextTest | null {
  const [next] = pathways
    .flatMap(comingTests)
    .filter(({ dueOn }) => dueOn > after)
    .sort((one, other) => textOrder(one.dueOn, other.dueOn) || textOrder(one.key, other.key))
  return next ? { testCode: next.test, dueOn: next.dueOn } : null
}

/** The tests of a pathway that the person is to come for, earliest first; none once it has ended, or while it is suspended. */
export function comingTests(pathway: KnownPathway): DueTest[] {
  const { row } = pathway
  if (row.endedOn || pathwayState(row).isSuspended) return []
  return standingOf(pathway, today()).due.filter(
    ({ state }) => state === 'not_yet' || state === 'due' || state === 'requested',
  )
}

/**
 * The next test of each of several patients, for a statement that reads more: `patientId`, `testCode` and `dueOn`. It goes by
 * the tests that are kept, as nothing is worked out for a list; `findNextTest` says what the person is told.
 */
export function nextTests(patientIds: Prisma.Sql, after: CalendarDate): Prisma.Sql {
  return Prisma.sql`
    select distinct on (test.patient_id) test.patient_id as "patientId", test.test_code as "testCode",
      test.due_on::text as "dueOn"
    from surveillance_test as test join follow_up_pathway as pathway on pathway.id = test.pathway_id
    where test.patient_id = any (${patientIds}) and test.settled_at is null and test.due_on > ${after}::date
      and pathway.ended_on is null and pathway.suspended_on is null
      and not ${Prisma.raw(isSaidDone('test'))}
      and not exists (select from result where result.test_id = test.id)
    order by test.patient_id, test.due_on, test.id`
}
