import 'server-only'
import type { z } from 'zod'
import type { AccessEvent } from '@/lib/access-log/access-events'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { answerFault } from '../rules'
import type { answerPracticeRequestSchema } from '../schema'
import { recordStep } from './record-step'
import { lockRequests, type RequestRow } from './request-rows'
import { refuseStaleRequest } from './request-under-change'

export type Answer = z.output<typeof answerPracticeRequestSchema>

const EVENTS = {
  accepted: 'practice_request.accepted',
  done: 'practice_request.done',
  declined: 'practice_request.declined',
} as const satisfies Record<Answer['answer'], AccessEvent>

/** What the database keeps no shorter: see schema.ts. */
const SHORTEST_REASON = 3

/**
 * Writes a practice's answer down, whichever way it came.
 *
 * @param open the request, for who may answer it; asked again once nobody else says anything of the patient's requests
 * @returns what the access log is to say of it
 * @throws whatever `open` throws; Stale, RuleBroken
 */
export async function giveAnswer(
  tx: Tx,
  actor: Actor | LinkActor,
  open: () => Promise<RequestRow>,
  { answer, version, on, note, reason }: Answer,
): Promise<AccessEntry> {
  const { id, patientId } = await open()
  if (answer === 'declined' && (reason?.trim().length ?? 0) < SHORTEST_REASON)
    throw new RuleBroken([{ field: 'reason', message: 'Enter why your practice cannot do it' }])
  await lockRequests(tx, patientId)
  // Whoever was waited for may have moved the person to another practice.
  const request = await open()
  const fault = answerFault(request.state, answer)
  if (fault) throw new RuleBroken(fault)
  await refuseStaleRequest(tx, request, version)
  await recordStep(tx, actor, request, {
    kind: answer,
    on: answer === 'done' ? on : today(),
    note: answer === 'declined' ? reason : answer === 'done' ? note : null,
    how: 'met',
  })
  return { event: EVENTS[answer], patientId, entityId: id }
}
