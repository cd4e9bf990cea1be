import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { clinicianTeam } from './internal/acting-clinician'
import { performanceStatusFaults } from './rules'
import type { recordPerformanceStatusSchema } from './schema'

/**
 * Records how well the person was on a day.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the day
 */
export async function recordPerformanceStatus(
  actor: Actor,
  input: z.output<typeof recordPerformanceStatusSchema>,
): Promise<{ performanceStatusId: string }> {
  const { patientId, grade, assessedOn } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', 'create'])
    const life = { ...(await getLifeDates(tx, patientId)), today: today() }
    const faults = performanceStatusFaults(assessedOn, life)
    if (faults.length > 0) throw new RuleBroken(faults)
    const id = uuidv7()
    await tx.performanceStatus.createMany({
      data: {
        id,
        patientId,
        teamId: clinicianTeam(context),
        grade,
        assessedOn: toDatabaseDate(assessedOn),
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    await recordAccess(tx, { event: 'performance_status.recorded', patientId, entityId: id })
    return { performanceStatusId: id }
  })
}
