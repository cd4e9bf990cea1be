import 'server-only'
import type { z } from 'zod'
import { actingTeam, openPatient, permitInOwn } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { ResultSource } from '@/lib/platform/prisma-client/enums'
import { earlierVersionOf } from './internal/earlier-version'
import { keepResult } from './internal/keep-result'
import { findResults, lockResults } from './internal/result-rows'
import type { fileUnmatchedSchema, setAsideSchema } from './schema'
import { isAboutDemographics, type UnmatchedContent } from './unmatched'
import { asRead } from './unmatched-as-read'

/**
 * Files what a message says under the person whom somebody chose, as that person read it. It keeps the laboratory's order
 * number, so that a later message about it is known.
 *
 * @returns the result's id
 * @throws NotFound, NotAllowed; Stale if somebody else settled it
 * @throws RuleBroken if the value cannot be read, there is no result in it, or the person differs from what it says and
 *   nobody said how they know
 */
export async function fileUnmatched(
  actor: Actor,
  input: z.output<typeof fileUnmatchedSchema>,
): Promise<string> {
  permitInOwn(actor, 'unmatched_result', 'update')
  return asActor(actor, async (tx) => {
    const { patientId, code, sampledOn } = input
    const teamId = actingTeam(await openPatient(tx, actor, patientId, ['result', 'create']))
    await lockResults(tx, patientId)
    const { messageId, source, messageType, content } = await unsettled(tx, input)
    if (isAboutDemographics(messageType))
      throw new RuleBroken(
        'This says who somebody is: it holds no result. Put the record right, then set it aside',
      )
    const { differs, value } = await asRead(tx, content, input)
    const orderNumber = content.orderNumber || null
    const status = statusOf(content.status)
    const rows = await findResults(tx, { patientId })
    const earlier = earlierVersionOf(rows, { code, orderNumber, status, sampledOn })
    const resultId = await keepResult(tx, {
      patientId,
      teamId,
      source,
      messageId,
      code,
      value,
      referenceRange: content.referenceRange || null,
      notes: content.notes ?? null,
      doubts: null,
      status,
      sampledOn,
      reportedAt: content.reportedAt ? new Date(content.reportedAt) : null,
      orderNumber,
      earlier,
      confirmedSlip: null,
      answers: input.answers,
      recordedById: actor.staffId,
    })
    await settle(tx, actor, input, { settlement: 'filed', resultId, reason: input.howKnown })
    await recordAccess(
      tx,
      { event: 'unmatched_result.filed', patientId, entityId: input.unmatchedId, detail: { differs } },
      { event: 'result.filed', patientId, entityId: resultId, detail: { source } },
    )
    return resultId
  })
}

/**
 * Sets aside what belongs to nobody here, with the reason. The message stays.
 *
 * @throws NotAllowed; Stale if somebody else settled it
 */
export async function setAsideUnmatched(actor: Actor, input: z.output<typeof setAsideSchema>): Promise<null> {
  permitInOwn(actor, 'unmatched_result', 'update')
  return asActor(actor, async (tx) => {
    await unsettled(tx, input)
    await settle(tx, actor, input, { settlement: 'set_aside', reason: input.reason })
    await recordAccess(tx, { event: 'unmatched_result.set_aside', entityId: input.unmatchedId })
    return null
  })
}

/** Only these are of use to judge by; anything else that a laboratory says is as good as preliminary. */
function statusOf(sent: string) {
  if (sent === 'final' || sent === 'corrected') return sent
  return sent === 'cancelled' || sent === 'withdrawn' ? 'cancelled' : 'preliminary'
}

type Shown = { unmatchedId: string; version: number }

/** @throws NotFound, Stale */
async function unsettled(
  tx: Tx,
  { unmatchedId, version }: Shown,
): Promise<{ messageId: string; source: ResultSource; messageType: string; content: UnmatchedContent }> {
  const row = await tx.unmatchedResult.findUnique({
    where: { id: unmatchedId },
    include: { message: { select: { source: true, messageType: true } } },
  })
  if (!row) throw new NotFound()
  if (row.settledAt !== null || row.version !== version) {
    const nameOf = await staffNames(tx, [row.settledById])
    throw new Stale(nameOf(row.settledById), row.settledAt ?? row.createdAt)
  }
  const content = row.content as unknown as UnmatchedContent
  return { messageId: row.messageId, ...row.message, content }
}

type Settlement =
  | { settlement: 'filed'; resultId: string; reason: string | null }
  | { settlement: 'set_aside'; reason: string }

/** @throws Stale if somebody else was quicker: nothing of this one is then kept */
async function settle(
  tx: Tx,
  actor: Actor,
  { unmatchedId, version }: Shown,
  settlement: Settlement,
): Promise<void> {
  const { count } = await tx.unmatchedResult.updateMany({
    where: { id: unmatchedId, version, settledAt: null },
    data: {
      ...settlement,
      settledAt: now(),
      settledById: actor.staffId,
      version: { increment: 1 },
    },
  })
  if (count !== 1) throw new Stale('Somebody', now())
}
