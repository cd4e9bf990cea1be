import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { recallDays } from '@/lib/care-teams/standards'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { recordPathwayEvent } from './internal/record-pathway-event'
import { repeatOccurrence } from './internal/test-key'
import { reconsiderPathway } from './reconsider-pathway'

/** What a clinician decided on a result, as far as the pathway has to follow. */
export type PathwayStep =
  | { kind: 'repeat'; testCode: string; dueOn: CalendarDate }
  | { kind: 'suspend'; until: CalendarDate }
  | { kind: 'recall' }

type Place = { patientId: string; pathwayId: string; teamId: string; reason: string }

/**
 * Has a pathway do what was decided on a result: another test is due, nothing is asked for until it is looked at again,
 * or the person is seen within the days that the team has set for a recall.
 *
 * @throws RuleBroken if the pathway has ended, or is to be suspended and is already
 */
export async function followReview(tx: Tx, actor: Actor, place: Place, step: PathwayStep): Promise<void> {
  if (step.kind === 'repeat') await orderRepeat(tx, place, step)
  else await changeState(tx, actor, place, step)
  await reconsiderPathway(tx, place.pathwayId)
}

async function changeState(
  tx: Tx,
  actor: Actor,
  place: Place,
  step: Exclude<PathwayStep, { kind: 'repeat' }>,
): Promise<void> {
  const byOn = step.kind === 'suspend' ? step.until : addDays(today(), await recallDays(tx, place.teamId))
  await recordPathwayEvent(
    tx,
    actor,
    { id: place.pathwayId, patientId: place.patientId },
    { kind: step.kind === 'recall' ? 'recalled' : 'suspended', on: today(), byOn, reason: place.reason },
  )
  await recordAccess(tx, {
    event: step.kind === 'suspend' ? 'follow_up.suspended' : 'follow_up.recalled',
    patientId: place.patientId,
    entityId: place.pathwayId,
  })
}

async function orderRepeat(
  tx: Tx,
  { patientId, pathwayId, teamId }: Place,
  { testCode, dueOn }: Extract<PathwayStep, { kind: 'repeat' }>,
): Promise<void> {
  const id = uuidv7()
  await tx.surveillanceTest.createMany({
    data: [
      {
        id,
        patientId,
        pathwayId,
        teamId,
        itemCode: testCode,
        occurrence: repeatOccurrence(id),
        testCode,
        dueOn: toDatabaseDate(dueOn),
        windowFrom: toDatabaseDate(addDays(today(), 1)),
        overdueOn: toDatabaseDate(dueOn),
        openedAt: now(),
      },
    ],
  })
}
