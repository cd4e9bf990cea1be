import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { reconsiderSummaries } from '@/lib/treatment-summaries/reconsider-summaries'
import type { TreatmentPhase } from './diagnosis'
import { phaseDifferences } from './differences'
import { clinicianTeam } from './internal/acting-clinician'
import { staleFact } from './internal/stale-facts'
import { endOfPhaseFaults } from './phase-rules'
import { listTreatmentPhases, listTreatments } from './queries'
import { daysFaults } from './rules'
import type { endTreatmentPhaseSchema } from './schema'

type Input = z.output<typeof endTreatmentPhaseSchema>

/**
 * Ends a phase of treatment, once each of its treatments has ended; an end that was wrong is put right in the same way.
 * A treatment summary then falls due, unless a signed one covers it or the end of its treatments made one due already.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed it since it was shown
 * @throws RuleBroken at the day, or while a treatment of the phase goes on
 */
export async function endTreatmentPhase(actor: Actor, input: Input): Promise<null> {
  const { patientId, phaseId } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'update'])
    const phase = (await listTreatmentPhases(tx, patientId)).find(({ id }) => id === phaseId)
    if (!phase) throw new NotFound()
    await requirePossible(tx, input, phase)
    const whose = { patientId, teamId: clinicianTeam(context) }
    await reconsiderSummaries(tx, whose, () => writeEnd(tx, actor, input, phase))
    await recordAccess(tx, { event: 'treatment_phase.ended', patientId, entityId: phaseId })
    return null
  })
}

async function requirePossible(tx: Tx, input: Input, phase: TreatmentPhase): Promise<void> {
  const { patientId, phaseId, endedOn } = input
  const life = { ...(await getLifeDates(tx, patientId)), today: today() }
  const treatments = await listTreatments(tx, patientId)
  const faults = [
    ...daysFaults({ startedOn: phase.startedOn, endedOn }, null, life, 'phase'),
    ...endOfPhaseFaults(
      endedOn,
      treatments.filter((treatment) => treatment.phaseId === phaseId),
    ),
  ]
  if (faults.length > 0) throw new RuleBroken(faults)
}

async function writeEnd(tx: Tx, actor: Actor, input: Input, phase: TreatmentPhase): Promise<void> {
  const { patientId, phaseId: id, version, endedOn } = input
  const { count } = await tx.treatmentPhase.updateMany({
    where: { id, patientId, version },
    data: {
      endedOn: toDatabaseDate(endedOn),
      updatedAt: now(),
      updatedById: actor.staffId,
      version: { increment: 1 },
    },
  })
  if (count === 1) return
  const row = await tx.treatmentPhase.findFirstOrThrow({ where: { id, patientId } })
  throw await staleFact(tx, row, {
    by: row.updatedById ?? row.recordedById,
    at: row.updatedAt,
    differences: phaseDifferences(phase, { ...phase, endedOn }),
  })
}
