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
