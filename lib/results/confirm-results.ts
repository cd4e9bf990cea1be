import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { signOff } from './internal/keep-releases'
import { findResults, lockResults } from './internal/result-rows'
import { oweReviews } from './internal/review-tasks'
import { awaitsReview } from './review-state'
import type { confirmResultsSchema } from './schema'

type Input = z.output<typeof confirmResultsSchema>

/** How many were confirmed, and how many were not since they changed after they were shown. */
export type Confirmed = { confirmed: number; changed: number }

/** A page of a hundred people takes longer than one of one. */
const SECONDS = 30

/**
 * Confirms results of many people that no rule objects to. Each is confirmed as it was shown: one that was judged
 * otherwise or reviewed meanwhile stays as it is, and the others are confirmed all the same.
 *
 * @throws NotFound, NotAllowed
 */
export async function confirmResults(actor: Actor, { results }: Input): Promise<Confirmed> {
  return asActor(
    actor,
    async (tx) => {
      const byPatient = new Map<string, typeof results>()
      for (const one of results) byPatient.set(one.patientId, [...(byPatient.get(one.patientId) ?? []), one])
      let confirmed = 0
      // Always in the same order: two people who confirm at once never wait for each other in a circle.
      for (const patientId of [...byPatient.keys()].sort())
        confirmed += await confirmOf(tx, actor, patientId, byPatient.get(patientId) ?? [])
      return { confirmed, changed: results.length - confirmed }
    },
    SECONDS,
  )
}

async function confirmOf(tx: Tx, actor: Actor, patientId: string, shown: Input['results']): Promise<number> {
  await openPatient(tx, actor, patientId, ['in_range_result', 'sign'])
  await lockResults(tx, patientId)
  const asShown = awaitsReview(await findResults(tx, { patientId })).filter((row) => {
    const judged = row.judgements.at(-1)
    return judged?.isInRange && shown.some((one) => one.resultId === row.id && one.judgementId === judged.id)
  })
  if (asShown.length === 0) return 0
  await tx.resultReview.createMany({
    data: asShown.map(({ id, teamId }) => ({
      id: uuidv7(),
      patientId,
      resultId: id,
      teamId,
      decision: 'in_range',
      reviewedOn: toDatabaseDate(today()),
      recordedAt: now(),
      recordedById: actor.staffId,
    })),
  })
  for (const row of asShown) await signOff(tx, row, actor.staffId)
  await oweReviews(tx, patientId, 'met')
  await recordAccess(
    tx,
    ...asShown.map(({ id }) => ({ event: 'results.confirmed' as const, patientId, entityId: id })),
  )
  return asShown.length
}
