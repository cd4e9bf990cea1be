import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate, toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { PathwayEnd, PathwayEventKind } from '@/lib/platform/prisma-client/enums'

type Place = { id: string; patientId: string }

type NewEvent = {
  kind: PathwayEventKind
  on: CalendarDate
  reason: string
  end?: PathwayEnd
  byOn?: CalendarDate | null
  letter?: string | null
}

/**
 * Writes what happened to a pathway, and the pathway as it is then. After an end no more tests are asked for; what was
 * done is read and told all the same.
 *
 * @throws RuleBroken if the pathway has ended, or is to be suspended and is already
 */
export async function recordPathwayEvent(
  tx: Tx,
  actor: Actor,
  { id, patientId }: Place,
  event: NewEvent,
): Promise<void> {
  const { kind, on, reason, end = null, byOn = null, letter = null } = event
  const { count } = await tx.followUpPathway.updateMany({
    where: { id, patientId, endedOn: null, ...(kind === 'suspended' && { suspendedOn: null }) },
    data: { version: { increment: 1 }, ...changeBy(kind, on) },
  })
  if (count !== 1) throw new RuleBroken(refusalOf(kind))
  await tx.pathwayEvent.createMany({
    data: [
      {
        id: uuidv7(),
        patientId,
        pathwayId: id,
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

function changeBy(kind: PathwayEventKind, on: CalendarDate) {
  if (kind === 'suspended') return { suspendedOn: toDatabaseDate(on) }
  if (kind === 'reactivated') return { suspendedOn: null }
  return kind === 'ended' ? { endedOn: toDatabaseDate(on), suspendedOn: null } : {}
}

function refusalOf(kind: PathwayEventKind): string {
  return kind === 'suspended'
    ? 'Follow-up is suspended already, or has ended. Choose something else'
    : 'Follow-up has ended. Go back to it to see where it stands'
}
