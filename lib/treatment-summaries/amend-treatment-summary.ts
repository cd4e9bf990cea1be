import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now, today } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { openPrepareTask } from './internal/prepare-task'
import { requireClinicianOfTeam, summaryForChange } from './internal/summary-under-change'
import type { amendTreatmentSummarySchema } from './schema'

/**
 * Opens a signed summary to be written again, from what was signed. What is signed stands until the next version is.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if it is being written already, the person has died, or the team no longer cares
 */
export async function amendTreatmentSummary(
  actor: Actor,
  { patientId, summaryId, version, reason }: z.output<typeof amendTreatmentSummarySchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const wanted = { patientId, summaryId, version }
    const summary = await summaryForChange(tx, actor, wanted, { purpose: ['treatment_summary', 'sign'] })
    requireClinicianOfTeam(summary)
    if (summary.isDraft) throw new RuleBroken('This summary is being written already. Change its sections')
    await tx.treatmentSummary.updateMany({
      where: { id: summaryId, patientId },
      data: { draftedAt: now(), content: { ...summary.content, amendmentReason: reason } },
    })
    const { team, diagnosisId, phaseEndedOn } = summary
    await openPrepareTask(tx, { patientId, teamId: team.id, diagnosisId, phaseEndedOn, from: today() })
    await recordAccess(tx, { event: 'treatment_summary.amended', patientId, entityId: summaryId })
    return null
  })
}
