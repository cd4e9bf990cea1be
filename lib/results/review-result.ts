import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { followReview, type PathwayStep } from '@/lib/follow-up/follow-review'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { signOff } from './internal/keep-releases'
import { pathwayOfResult } from './internal/pathway-of-result'
import { findResults, lockResults, type ResultRow } from './internal/result-rows'
import { oweReviews } from './internal/review-tasks'
import { knownTests } from './known-tests'
import { DECISION_LABELS } from './labels'
import { awaitsReview } from './review-state'
import type { reviewResultSchema } from './schema'
import { nameOfResult, testsWith } from './what-was-examined'

type Input = z.output<typeof reviewResultSchema>

/**
 * A clinician decides what a result means and what happens next; the pathway follows, and the person has to be told.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if it was judged otherwise since it was shown, or somebody else reviewed it
 * @throws RuleBroken if a date is missing, or there is no pathway that could follow
 */
export async function reviewResult(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const { patientId, resultId, decision } = input
    await openPatient(tx, actor, patientId, ['result', 'sign'])
    await lockResults(tx, patientId)
    const rows = await findResults(tx, { patientId })
    const row = rows.find(({ id }) => id === resultId)
    if (!row) throw new NotFound()
    await refuseStale(tx, rows, row, input.judgementId)
    const step = stepOf(input, row)
    const pathway = step && (await pathwayOfResult(tx, patientId, row))
    if (step && !pathway)
      throw new RuleBroken([
        {
          field: 'decision',
          message: `There is no follow-up pathway on which to ${DECISION_LABELS[decision].toLowerCase()}. Select “Contact the person” or “Go on as planned”`,
        },
      ])
    await tx.resultReview.createMany({ data: [reviewOf(actor, row, input)] })
    await signOff(tx, row, actor.staffId)
    if (step && pathway) {
      const reason = reasonOf(row, input)
      await followReview(
        tx,
        actor,
        { patientId, pathwayId: pathway.id, teamId: pathway.teamId, reason },
        step,
      )
    }
    await oweReviews(tx, patientId, 'met')
    await recordAccess(tx, {
      event: 'result.reviewed',
      patientId,
      entityId: resultId,
      detail: { decision },
    })
    return null
  })
}

/** @throws Stale */
async function refuseStale(
  tx: Tx,
  rows: readonly ResultRow[],
  row: ResultRow,
  judgementId: string,
): Promise<void> {
  const judged = row.judgements.at(-1)
  if (judged?.id === judgementId && awaitsReview(rows).includes(row)) return
  const last = row.reviews.at(-1)
  const nameOf = await staffNames(tx, [last?.recordedById ?? null])
  throw new Stale(nameOf(last?.recordedById ?? null), last?.recordedAt ?? judged?.judgedAt ?? row.recordedAt)
}

/** @throws RuleBroken if the date that the decision needs is missing */
function stepOf({ decision, repeatOn, suspendUntil }: Input, row: ResultRow): PathwayStep | null {
  const missing = (field: string, message: string) => new RuleBroken([{ field, message }])
  if (decision === 'recall') return { kind: 'recall' }
  if (decision === 'suspend') {
    if (!suspendUntil) throw missing('suspendUntil', 'Enter when it is looked at again')
    return { kind: 'suspend', until: suspendUntil }
  }
  if (decision !== 'repeat') return null
  const [testCode] = testsWith(knownTests(), row.analyteCode)
  if (!repeatOn) throw missing('repeatOn', 'Enter when the test is repeated')
  if (!testCode) throw missing('decision', 'This is part of no test that could be asked for again')
  return { kind: 'repeat', testCode, dueOn: repeatOn }
}

function reasonOf({ analyteCode, valueText, unit }: ResultRow, { note }: Input): string {
  const value = valueText === null ? '' : ` ${valueText} ${unit ?? ''}`
  return [`${nameOfResult(knownTests(), analyteCode)}${value}`.trim(), note].filter(Boolean).join(': ')
}

function reviewOf(actor: Actor, row: ResultRow, { decision, note }: Input) {
  return {
    id: uuidv7(),
    patientId: row.patientId,
    resultId: row.id,
    teamId: row.teamId,
    decision,
    note,
    reviewedOn: toDatabaseDate(today()),
    recordedAt: now(),
    recordedById: actor.staffId,
  }
}
