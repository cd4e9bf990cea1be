import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { leaveNoFollowUpOf } from '@/lib/follow-up/follow-patient'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { holdRequests } from '@/lib/practice-requests/follow-registration'
import { discardSummaryDrafts } from '@/lib/treatment-summaries/discard-summary-drafts'
import { openAmendmentTasks } from '@/lib/treatment-summaries/open-amendment-tasks'
import { reconsiderSummaries } from '@/lib/treatment-summaries/reconsider-summaries'
import { clinicianTeam } from './internal/acting-clinician'
import { standsOn } from './internal/possible-diagnosis'
import { staleVoid } from './internal/stale-facts'
import { listDiagnoses } from './queries'
import type { voidDiagnosisSchema } from './schema'

type Input = z.output<typeof voidDiagnosisSchema>

/**
 * Marks a diagnosis as recorded in error; its row stays. What was due because of it alone is no longer due.
 * A summary of it that was never signed is discarded; of one that was signed, its team owes an amendment.
 *
 * @throws NotFound, NotAllowed, Stale if somebody was first
 * @throws RuleBroken while a treatment, phase, recurrence or progression stands that is of this diagnosis
 */
export async function voidDiagnosis(actor: Actor, input: Input): Promise<null> {
  const { patientId, diagnosisId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'void'])
    await holdRequests(tx, patientId)
    await requireNothingOfIt(tx, input)
    await leaveNoFollowUpOf(tx, input)
    const whose = { patientId, teamId: clinicianTeam(context) }
    const entries = await reconsiderAssessments(tx, whose, () =>
      reconsiderSummaries(tx, whose, async () => {
        await writeVoid(tx, actor, input)
        return discardSummaryDrafts(tx, actor, { patientId, diagnosisId }, 'amendments')
      }),
    )
    await reconsiderReviews(tx, [patientId])
    await openAmendmentTasks(tx, { ...whose, diagnosisId, why: 'recorded in error' })
    await recordAccess(tx, { event: 'diagnosis.voided', patientId, entityId: diagnosisId }, ...entries)
    return null
  })
}

async function requireNothingOfIt(tx: Tx, { patientId, diagnosisId }: Input): Promise<void> {
  const all = await listDiagnoses(tx, patientId, 'voided')
  if (!all.some(({ id }) => id === diagnosisId)) throw new NotFound()
  const { treatments, later, phases } = await standsOn(tx, patientId, diagnosisId)
  if (treatments.length > 0)
    throw new RuleBroken(
      'A treatment on the record is of this diagnosis. Change or mark that treatment first, then this diagnosis',
    )
  if (later.length > 0)
    throw new RuleBroken(
      'A recurrence or progression on the record is of this diagnosis. Change or mark that one first, then this diagnosis',
    )
  if (phases.length > 0)
    throw new RuleBroken('A phase of treatment on the record is of this diagnosis, so it must stay')
}

async function writeVoid(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { patientId, diagnosisId: id, version, reason } = input
  const { count } = await tx.diagnosis.updateMany({
    where: { id, patientId, version, voidedAt: null },
    data: {
      voidedAt: now(),
      voidedById: actor.staffId,
      voidedReason: reason,
      version: { increment: 1 },
    },
  })
  if (count === 1) return
  const row = await tx.diagnosis.findFirst({ where: { id, patientId } })
  throw await staleVoid(
    tx,
    row && { ...row, recordedAt: row.updatedAt, recordedById: row.updatedById ?? row.recordedById },
  )
}
