import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { FieldError } from '@/lib/platform/form-state'
import { testName } from '@/lib/results/known-tests'
import type { DecideFollowUp } from './decide-input'
import type { PathwayRow, TestRow } from './pathway-rows'
import { pathwayState } from './pathway-state'
import { readPathways } from './read-pathways'
import { recordPathwayEvent } from './record-pathway-event'
import { standingOf } from './standing'
import { dueKey } from './test-key'

/** The pathway that a decision ends, with what a clinician asked for on it beyond the protocol and has not had yet. */
export type PathwayBefore = {
  row: PathwayRow
  /** The call back to clinic, until the person was seen. */
  recall: PathwayRow['events'][number] | null
  repeats: readonly TestRow[]
}

/** The pathway after a diagnosis that goes on; null where there is none. */
export async function findPathwayBefore(
  tx: Tx,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<PathwayBefore | null> {
  const place = await tx.followUpPathway.findFirst({
    where: { patientId, diagnosisId, endedOn: null },
    select: { id: true },
  })
  const [known] = place ? await readPathways(tx, { ids: [place.id] }) : []
  if (!known) return null
  const { row } = known
  const undone = new Set(
    standingOf(known, today()).due.flatMap(({ key, isRepeat, metBy, state }) =>
      isRepeat && !metBy && state !== 'settled' ? [key] : [],
    ),
  )
  const isRecalled = pathwayState(row).state === 'recalled'
  return {
    row,
    recall: (isRecalled && row.events.findLast(({ kind }) => kind === 'recalled')) || null,
    repeats: row.tests.filter((test) => undone.has(dueKey(test))),
  }
}

/** What goes along to another pathway, in words. */
export function alongInWords({ recall, repeats }: PathwayBefore): string[] {
  const by = fromDatabaseDateOrNull(recall?.byOn ?? null)
  const seenBy = by ? `, to be seen by ${formatDateForStaff(by)}` : ''
  return [
    ...(recall ? [`Called back to clinic${seenBy}`] : []),
    ...repeats.map(
      ({ testCode, dueOn }) =>
        `${testName(testCode)} to be repeated, due ${formatDateForStaff(fromDatabaseDate(dueOn))}`,
    ),
  ]
}

/** Why a decision cannot take the place of the pathway before it. The practice has nowhere to see to what is open. */
export function faultsAfter(
  before: PathwayBefore | null,
  { stream, decidedOn }: Pick<DecideFollowUp, 'stream' | 'decidedOn'>,
): FieldError[] {
  if (!before) return []
  const isEarly = decidedOn < fromDatabaseDate(before.row.startedOn)
  const open = stream === 'discharge_to_practice' ? alongInWords(before) : []
  return [
    ...(isEarly
      ? [
          {
            field: 'decidedOn',
            message: 'Day of the decision must not be before the one it takes the place of',
          },
        ]
      : []),
    ...(open.length > 0
      ? [
          {
            field: 'stream',
            message: `The practice would not see to what is still open: ${open.join('; ')}. See the person, or record that the test is done or not needed, first`,
          },
        ]
      : []),
  ]
}

type Place = { id: string; patientId: string; teamId: string }

/** Goes on, on the pathway that was just opened, with what was asked for on the one before: by the same day, for the same reason. */
export async function carryOver(
  tx: Tx,
  actor: Actor,
  { recall, repeats }: PathwayBefore,
  pathway: Place & Pick<DecideFollowUp, 'decidedOn'>,
): Promise<void> {
  if (recall)
    await recordPathwayEvent(tx, actor, pathway, {
      kind: 'recalled',
      on: pathway.decidedOn,
      byOn: fromDatabaseDateOrNull(recall.byOn),
      reason: recall.reason,
    })
  for (const repeat of repeats) await orderAlong(tx, actor, repeat, pathway)
}

/** The same order: a sample that was taken since counts, and what was asked for is not asked for again. */
async function orderAlong(
  tx: Tx,
  actor: Actor,
  repeat: TestRow,
  { id: pathwayId, teamId }: Place,
): Promise<void> {
  const { patientId, itemCode, occurrence, testCode, dueOn, windowFrom, overdueOn, openedAt, events } = repeat
  const testId = uuidv7()
  const kept = { itemCode, occurrence, testCode, dueOn, windowFrom, overdueOn, openedAt }
  await tx.surveillanceTest.createMany({ data: [{ id: testId, patientId, pathwayId, teamId, ...kept }] })
  const asked = events.findLast(({ kind }) => kind === 'requested' || kind === 'not_attended')
  if (asked?.kind !== 'requested') return
  const { kind, on, note } = asked
  const said = { recordedAt: now(), recordedById: actor.staffId }
  await tx.surveillanceTestEvent.createMany({
    data: [{ id: uuidv7(), patientId, testId, kind, on, note, ...said }],
  })
}
