import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { reconsiderSummaries } from '@/lib/treatment-summaries/reconsider-summaries'
import { clinicianTeam } from './internal/acting-clinician'
import { staleVoid } from './internal/stale-facts'
import type { voidTreatmentSchema } from './schema'

type Input = z.output<typeof voidTreatmentSchema>

/**
 * Marks a treatment as recorded in error; its row stays. An offer or a summary that was due because it ended is
 * no longer due.
 *
 * @throws NotFound, NotAllowed, Stale if somebody was first
 */
export async function voidTreatment(actor: Actor, input: Input): Promise<null> {
  const { patientId, treatmentId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'void'])
    const whose = { patientId, teamId: clinicianTeam(context) }
    await reconsiderAssessments(tx, whose, () =>
      reconsiderSummaries(tx, whose, () => writeVoid(tx, actor, input)),
    )
    await recordAccess(tx, { event: 'treatment.voided', patientId, entityId: treatmentId })
    return null
  })
}

async function writeVoid(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { patientId, treatmentId: id, version, reason } = input
  const { count } = await tx.treatment.updateMany({
    where: { id, patientId, version, voidedAt: null },
    data: {
      voidedAt: now(),
      voidedById: actor.staffId,
      voidedReason: reason,
      version: { increment: 1 },
    },
  })
  if (count === 1) return
  const row = await tx.treatment.findFirst({ where: { id, patientId } })
  throw await staleVoid(
    tx,
    row && { ...row, recordedAt: row.updatedAt, recordedById: row.updatedById ?? row.recordedById },
  )
}
