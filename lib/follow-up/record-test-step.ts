import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken, Stale } from '@/lib/platform/errors'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { knownTests } from '@/lib/results/known-tests'
import { pathwayTests } from './due-tests'
import { findTest, findTestEvents, stepsOf, type KnownTest } from './internal/find-test'
import { openFollowUp } from './internal/pathway-under-change'
import { findNextTest, type NextTest } from './next-date'
import { reconsiderPathway } from './reconsider-pathway'
import type { recordTestStepSchema } from './schema'
import { dueKey } from './internal/test-key'
import { resultsToldIn, writeTold } from './internal/told-letters'
import { noteForTakingBack, SHORTEST_NOTE, testStepFaults } from './test-steps'

type Input = Omit<z.output<typeof recordTestStepSchema>, 'returnTo'>

/**
 * Says what happened with a test: it was asked for, done, the person did not come, was told the result, or it is not
 * needed and why. What is owed next follows from it.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken where the test is at another point, the day does not count for it, or the person has died
 */
export async function recordTestStep(actor: Actor, input: Input): Promise<null> {
  const { patientId, step } = input
  return asActor(actor, async (tx) => {
    await openFollowUp(tx, actor, patientId, ['surveillance_test', 'update'])
    const known = await findTest(tx, input)
    await refuseStaleTest(tx, known, input.version)
    refuseWrongStep(known, input)
    if (step === 'done') refuseOtherDay(known, input.on)
    await recordAccess(tx, ...(await writeStep(tx, actor, known, input)))
    return null
  })
}

/** That the person was told what a test found, and how. */
type TestTold = Pick<Input, 'patientId' | 'testId' | 'on' | 'note'> & { toldBy: ToldBy }

/**
 * Says that the person was told what a test found: in the transaction of who tells several people, holds their results and
 * follow-up, and knows that they live.
 *
 * @returns what the access log has to say of it: the caller records it last
 * @throws NotFound; RuleBroken where the test is at another point, before anything is written
 */
export async function tellTest(tx: Tx, actor: Actor, told: TestTold): Promise<AccessEntry[]> {
  const known = await findTest(tx, told)
  const input = { ...told, version: known.row.version, step: 'told' as const }
  refuseWrongStep(known, input)
  return writeStep(tx, actor, known, input)
}

/** Writes a step that may be taken, and what follows from it. @returns what the access log has to say of it */
async function writeStep(tx: Tx, actor: Actor, known: KnownTest, input: Input): Promise<AccessEntry[]> {
  const { patientId, testId, step } = input
  const told = step === 'told' ? await resultsToldIn(tx, known, input.toldBy) : null
  const next = told && (await findNextTest(tx, { patientId, after: input.on }))
  const eventId = await writeEvent(tx, actor, known, { ...input, next })
  await tx.surveillanceTest.updateMany({ where: { id: testId }, data: { version: { increment: 1 } } })
  await reconsiderPathway(tx, known.pathway.row.id)
  const letters = told ? await writeTold(tx, actor, known, { told, next, eventId, ...input }) : []
  return [{ event: `surveillance_test.${step}` as const, patientId, entityId: testId }, ...letters]
}

async function refuseStaleTest(tx: Tx, { row }: KnownTest, version: number): Promise<void> {
  if (row.version === version) return
  const last = (await findTestEvents(tx, row.id)).at(-1)
  const nameOf = await staffNames(tx, [last?.recordedById ?? null])
  throw new Stale(nameOf(last?.recordedById ?? null), last?.recordedAt ?? row.openedAt)
}

/** Fewer characters explain nothing. */

function refuseWrongStep(known: KnownTest, { step, note, toldBy }: Input): void {
  const { test, pathway } = known
  if (pathway.row.endedOn && step === 'requested')
    throw new RuleBroken([{ field: 'step', message: 'Follow-up has ended: no more tests are asked for' }])
  if (!test || !stepsOf(known).includes(step))
    throw new RuleBroken([
      {
        field: 'step',
        message: 'This test is at another point now. Open the page again to see where it stands',
      },
    ])
  const lacks = noteForTakingBack(test.state, step)
  if (lacks && (note?.trim().length ?? 0) < SHORTEST_NOTE)
    throw new RuleBroken([{ field: 'note', message: lacks }])
  const faults = testStepFaults({ step, note, toldBy })
  if (faults.length > 0) throw new RuleBroken(faults)
}

/** A test counts for the one whose window it falls in: recorded under another, both would stay owed. */
function refuseOtherDay({ pathway, row }: KnownTest, on: CalendarDate): void {
  const { snapshot, facts } = pathway
  if (!snapshot) return
  const performed = [...facts.performed, { test: row.testCode, on, specimen: null }]
  const { due } = pathwayTests(snapshot, { ...facts, performed }, { today: today(), tests: knownTests() })
  const test = due.find(({ key }) => key === dueKey(row))
  if (!test || test.metBy?.on === on) return
  throw new RuleBroken([
    {
      field: 'on',
      message: `A test on this day does not count for the one due on ${formatDateForStaff(test.dueOn)}: it counts from ${formatDateForStaff(test.opensOn)}. Open the test that it belongs to`,
    },
  ])
}

async function writeEvent(
  tx: Tx,
  actor: Actor,
  known: KnownTest,
  input: Input & { next: NextTest | null },
): Promise<string> {
  const { patientId, testId, step, on, toldBy, next, note } = input
  const id = uuidv7()
  await tx.surveillanceTestEvent.createMany({
    data: [
      {
        id,
        patientId,
        testId,
        kind: step,
        on: toDatabaseDate(on),
        toldBy: step === 'told' && toldBy !== '' ? toldBy : null,
        resultIds: step === 'told' ? [...known.resultIds] : [],
        nextOn: next && toDatabaseDate(next.dueOn),
        note,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
  return id
}
