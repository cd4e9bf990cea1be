import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { PathwayEventKind } from '@/lib/platform/prisma-client/enums'
import type { PathwayState } from '../follow-up-view'

type Happened = { endedOn: Date | null; events: readonly { kind: PathwayEventKind }[] }

/** Where a pathway stands by what happened to it, oldest first. */
export function pathwayState({ endedOn, events }: Happened): { state: PathwayState; isSuspended: boolean } {
  const lastOf = (...kinds: readonly PathwayEventKind[]) =>
    events.findLast(({ kind }) => kinds.includes(kind))?.kind
  const isSuspended = lastOf('suspended', 'reactivated') === 'suspended'
  if (endedOn) return { state: 'ended', isSuspended: false }
  if (lastOf('recalled', 'seen_after_recall') === 'recalled') return { state: 'recalled', isSuspended }
  return { state: isSuspended ? 'suspended' : 'live', isSuspended }
}

/** The earliest day by which somebody called back, and not seen since, is to be seen; null where nobody waits to be. */
export function seenBy(
  events: readonly { kind: PathwayEventKind; byOn: Date | null }[],
): CalendarDate | null {
  const seen = events.findLastIndex(({ kind }) => kind === 'seen_after_recall')
  const recalls = events.slice(seen + 1).filter(({ kind }) => kind === 'recalled')
  const days = recalls.flatMap(({ byOn }) => (byOn ? [fromDatabaseDate(byOn)] : []))
  return days.sort()[0] ?? null
}
