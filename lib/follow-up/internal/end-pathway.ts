import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate, toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { PathwayEnd, PathwayEventKind } from '@/lib/platform/prisma-client/enums'

type Place = { id: string; patientId: string }

type NewEvent = {
  kind: PathwayEventKind
  on: CalendarDate
  reason: string
  end?: PathwayEnd
  byOn?: CalendarDate
  letter?: string | null
}

/** Writes what happened to a pathway. */
export async function recordPathwayEvent(
  tx: Tx,
  actor: Actor,
  pathway: Place,
  event: NewEvent,
): Promise<void> {
  const { kind, on, reason, end = null, byOn = null, letter = null } = event
  await tx.pathwayEvent.createMany({
    data: [
      {
        id: uuidv7(),
        patientId: pathway.patientId,
        pathwayId: pathway.id,
        kind,
        on: toDatabaseDate(on),
        end,
        byOn: toDatabaseDateOrNull(byOn),
        reason,
        letter,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    ],
  })
}

/** Ends a pathway: no more tests are asked for; what was done is read and told all the same. */
export async function endPathway(
  tx: Tx,
  actor: Actor,
  pathway: Place,
  { on, end, reason, letter }: { on: CalendarDate; end: PathwayEnd; reason: string; letter?: string | null },
): Promise<void> {
  await recordPathwayEvent(tx, actor, pathway, { kind: 'ended', on, end, reason, letter })
  await tx.followUpPathway.updateMany({
    where: { id: pathway.id },
    data: { endedOn: toDatabaseDate(on), suspendedOn: null, version: { increment: 1 } },
  })
}
