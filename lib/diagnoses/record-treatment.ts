import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import { reconsiderSummaries } from '@/lib/treatment-summaries/reconsider-summaries'
import { clinicianTeam } from './internal/acting-clinician'
import { requirePossibleTreatment, treatmentColumns } from './internal/possible-treatment'
import type { recordTreatmentSchema } from './schema'

/**
 * Records a treatment. Where it has ended, a holistic needs assessment falls due to be offered, unless one is open
 * already, and a treatment summary falls due, unless a signed one covers it.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the dates or the diagnosis
 */
export async function recordTreatment(
  actor: Actor,
  input: z.output<typeof recordTreatmentSchema>,
): Promise<{ treatmentId: string }> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'create'])
    await requirePossibleTreatment(tx, input)
    const id = uuidv7()
    const teamId = clinicianTeam(context)
    const recorded = { recordedAt: now(), recordedById: actor.staffId }
    const whose = { patientId, teamId }
    await reconsiderAssessments(tx, whose, () =>
      reconsiderSummaries(tx, whose, () =>
        tx.treatment.createMany({ data: { id, patientId, teamId, ...treatmentColumns(input), ...recorded } }),
      ),
    )
    await recordAccess(tx, {
      event: 'treatment.recorded',
      patientId,
      entityId: id,
      detail: { ended: input.endedOn !== null },
    })
    return { treatmentId: id }
  })
}
