import 'server-only'
import { unsafeTransaction, type Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { Actor } from './actor'
import { isLinkActor, type LinkActor } from './link-actor'

/**
 * The one door to the database: a transaction in which row-level security knows the actor.
 *
 * Where the actor carries a form's submission, the first run stores the result and a repeat answers it again without
 * doing anything: so the result must survive JSON.
 *
 * @param work gets the transaction; nothing else may be used to reach the database inside it
 * @param seconds how long it may take, where the usual limits of a request are too short: an import of many patients
 */
export async function asActor<Result>(
  actor: Actor | LinkActor,
  work: (tx: Tx) => Promise<Result>,
  seconds?: number,
): Promise<Result> {
  return unsafeTransaction(
    async (tx) => {
      if (isLinkActor(actor))
        await tx.$queryRaw`select set_config('app.link_session', ${actor.linkSessionId}, true)`
      else await tx.$queryRaw`select set_config('app.session', ${actor.sessionId}, true)`
      if (seconds) await allowSeconds(tx, seconds)
      return once(tx, actor, work)
    },
    seconds && seconds * 1000,
  )
}

/** The role's own limits are for requests: waiting for another long transaction counts too. */
async function allowSeconds(tx: Tx, seconds: number): Promise<void> {
  const limit = `${seconds}s`
  await tx.$queryRaw`
    select set_config('statement_timeout', ${limit}, true), set_config('lock_timeout', ${limit}, true),
      set_config('idle_in_transaction_session_timeout', ${limit}, true)`
}

async function once<Result>(
  tx: Tx,
  actor: Actor | LinkActor,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (!actor.submission) return work(tx)
  const repeated = await beginSubmission(tx, actor, actor.submission)
  if (repeated) return repeated.result as Result
  const result = await work(tx)
  await tx.submission.update({
    where: { id: actor.submission.id },
    data: { result: (result ?? null) as Prisma.InputJsonValue },
  })
  return result
}

/** Waits for an earlier run of the same submission that is still going, then answers what it answered. */
async function beginSubmission(tx: Tx, actor: Actor | LinkActor, submission: { id: string; action: string }) {
  const [staffId, linkId] = isLinkActor(actor) ? [null, actor.linkId] : [actor.staffId, null]
  const begun = await tx.$executeRaw`
    insert into submission (id, staff_id, link_id, action)
    values (${submission.id}::uuid, ${staffId}::uuid, ${linkId}::uuid, ${submission.action})
    on conflict (id) do nothing`
  if (begun === 1) return null
  const earlier = await tx.submission.findUnique({ where: { id: submission.id } })
  if (!earlier || earlier.action !== submission.action) {
    throw new RuleBroken(
      'This form was already used for something else. Open the page again and enter it afresh.',
    )
  }
  return { result: earlier.result }
}
