import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ReviewActionEventKind } from '@/lib/platform/prisma-client/enums'
import type { ReviewActionRow } from './action-rows'

export type SaidOfAction = {
  kind: ReviewActionEventKind
  on: CalendarDate
  note: string | null
  /** Of a postponement. */
  dueOn?: CalendarDate
  /** Of an action handed on. */
  teamId?: string
}

/** Says something of an action; what is owed is for the caller to change. */
export async function recordFact(
  tx: Tx,
  actor: Actor,
  { id, patientId }: Pick<ReviewActionRow, 'id' | 'patientId'>,
  { kind, on, note, dueOn, teamId }: SaidOfAction,
): Promise<void> {
  await tx.reviewActionEvent.createMany({
    data: [
      {
        id: uuidv7(),
        patientId,
        actionId: id,
        kind,
        on: toDatabaseDate(on),
        note,
        dueOn: dueOn ? toDatabaseDate(dueOn) : null,
        teamId: teamId ?? null,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
}
