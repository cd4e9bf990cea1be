import 'server-only'
import { uuidv7 } from 'uuidv7'
import { staffIdOf, type ActorOrJob } from '@/lib/access/actor-or-job'
import { isLinkActor, type LinkActor } from '@/lib/access/link-actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { PracticeRequestEventKind, TaskClosure } from '@/lib/platform/prisma-client/enums'
import { endWithoutTeam } from './end-requests'
import type { RequestRow } from './request-rows'
import { closeRequestTasks, openRequestTasks } from './request-tasks'

export type Step = {
  kind: PracticeRequestEventKind
  on: CalendarDate
  note: string | null
  how: TaskClosure
  why?: string
}

/** Says something of a request, and makes the ledger follow: what was owed is closed, what is owed now is opened. */
export async function recordStep(
  tx: Tx,
  actor: ActorOrJob | LinkActor,
  request: RequestRow,
  step: Step,
): Promise<void> {
  await recordEvent(tx, actor, request, step)
  await closeRequestTasks(tx, request, step.how, step.why)
  const hasOwner = await openRequestTasks(tx, request, step.kind, today())
  if (!hasOwner) await endWithoutTeam(tx, request)
}

/** Says something of a request that leaves what is owed as it is. */
export async function recordEvent(
  tx: Tx,
  actor: ActorOrJob | LinkActor,
  { id, patientId }: Pick<RequestRow, 'id' | 'patientId'>,
  { kind, on, note }: Pick<Step, 'kind' | 'on' | 'note'>,
): Promise<void> {
  const by = isLinkActor(actor) ? { recordedByLinkId: actor.linkId } : { recordedById: staffIdOf(actor) }
  await tx.practiceRequestEvent.createMany({
    data: [
      {
        id: uuidv7(),
        patientId,
        requestId: id,
        kind,
        on: toDatabaseDate(on),
        note,
        recordedAt: now(),
        ...by,
      },
    ],
  })
}
