import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { reconsiderAssessments } from '@/lib/needs-assessments/reconsider-assessments'
import { now } from '@/lib/platform/clock'
import { clinicianTeam } from './internal/acting-clinician'
import { diagnosisColumns, requirePossibleDiagnosis } from './internal/possible-diagnosis'
import type { recordDiagnosisSchema } from './schema'

type Input = z.output<typeof recordDiagnosisSchema>

/**
 * Records a diagnosis. A holistic needs assessment falls due to be offered after it, unless one is open already; and the
 * practice owes two cancer care reviews.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the date, the primary, the stage, or the code of a diagnosis that stands already
 */
export async function recordDiagnosis(actor: Actor, input: Input): Promise<{ diagnosisId: string }> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'create'])
    await requirePossibleDiagnosis(tx, input, null)
    const id = uuidv7()
    const at = now()
    const teamId = clinicianTeam(context)
    await reconsiderAssessments(tx, { patientId, teamId }, () =>
      tx.diagnosis.createMany({
        data: {
          ...diagnosisColumns(input),
          id,
          patientId,
          teamId,
          recordedAt: at,
          recordedById: actor.staffId,
          updatedAt: at,
        },
      }),
    )
    await reconsiderReviews(tx, [patientId])
    await recordAccess(tx, { event: 'diagnosis.recorded', patientId, entityId: id })
    return { diagnosisId: id }
  })
}
