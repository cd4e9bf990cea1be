import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { keepAnswers } from '@/lib/results/answer-tests'
import { reconsiderPathway } from '../reconsider-pathway'
import { findDoneBefore, type DoneBefore } from './done-before'
import { readPathways } from './read-pathways'
import { newRow } from './test-rows'
import { writeTests } from './write-tests'

type Opened = { id: string; patientId: string; teamId: string }

/**
 * Has what was done before a pathway count for its tests, before anything is owed on it: results answer them, and what was
 * said to be done is said of them.
 *
 * @returns what the access log has to say of it
 */
export async function countDoneBefore(tx: Tx, actor: Actor, opened: Opened): Promise<AccessEntry[]> {
  const { id: pathwayId, patientId, teamId } = opened
  const [known] = await readPathways(tx, { ids: [pathwayId] })
  if (!known?.snapshot) return []
  const done = await findDoneBefore(tx, { patientId, snapshot: known.snapshot, pathwayId })
  if (done.length === 0) return []
  const rows = done.map((one) => ({ ...one, testId: uuidv7() }))
  const added = rows.map(({ test, testId }) => ({ ...newRow(opened, test), id: testId }))
  await writeTests(tx, { added, changed: [] })
  const moved = await sayDone(tx, actor, patientId, rows)
  const reason = 'Sampled in the window of this test before the pathway was decided'
  const answers = rows.flatMap(({ testId, results }) =>
    results.map(({ id: resultId }) => ({ resultId, testId, teamId })),
  )
  const entries = await keepAnswers(tx, { patientId, reason, recordedById: actor.staffId }, answers)
  const left = done.flatMap(({ results, awaited }) => [awaited, ...results].map((one) => one?.testId ?? ''))
  await leave(tx, actor, patientId, new Set(left))
  return [...entries, ...moved]
}

/** Says of the new tests that they were done, where the result is waited for. @returns what the access log has to say of it */
async function sayDone(
  tx: Tx,
  actor: Actor,
  patientId: string,
  rows: readonly (DoneBefore & { testId: string })[],
): Promise<AccessEntry[]> {
  const said = { patientId, recordedAt: now(), recordedById: actor.staffId }
  const note = 'Done before the pathway was decided'
  const events = rows.flatMap(({ awaited, testId }) =>
    awaited
      ? [
          {
            id: uuidv7(),
            testId,
            kind: 'done' as const,
            on: toDatabaseDate(awaited.sampledOn),
            note,
            ...said,
          },
        ]
      : [],
  )
  await tx.surveillanceTestEvent.createMany({ data: events })
  return events.map(({ testId }) => ({ event: 'surveillance_test.done', patientId, entityId: testId }))
}

/** Of a test that was said to be done and has no result any more, none is waited for. */
async function leave(tx: Tx, actor: Actor, patientId: string, left: ReadonlySet<string>): Promise<void> {
  const pathways = (await readPathways(tx, { patientIds: [patientId] })).filter(({ row }) =>
    row.tests.some(({ id }) => left.has(id)),
  )
  const said = { kind: 'not_needed', on: toDatabaseDate(today()), recordedAt: now() } as const
  const note = 'The result of this test answers a test of the pathway that was decided since'
  await tx.surveillanceTestEvent.createMany({
    data: pathways.flatMap(({ row, results }) =>
      row.tests
        .filter(({ id, events }) => left.has(id) && events.some(({ kind }) => kind === 'done'))
        .filter(({ id }) => results.results.every(({ testId }) => testId !== id))
        .map(({ id: testId }) => ({
          ...{ id: uuidv7(), patientId, testId, note, recordedById: actor.staffId },
          ...said,
        })),
    ),
  })
  for (const { row } of pathways) await reconsiderPathway(tx, row.id)
}
