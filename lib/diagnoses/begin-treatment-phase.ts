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
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { diagnosedIn } from './diagnosis'
import { clinicianTeam } from './internal/acting-clinician'
import { listDiagnoses } from './queries'
import { daysFaults } from './rules'
import type { beginTreatmentPhaseSchema } from './schema'

type Input = z.output<typeof beginTreatmentPhaseSchema>

/**
 * Begins a phase of treatment, to which treatments can then belong.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken at the day, or at a diagnosis that is recorded in error
 */
export async function beginTreatmentPhase(actor: Actor, input: Input): Promise<{ phaseId: string }> {
  const { patientId, diagnosisId, name } = input
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'create'])
    await requirePossible(tx, input)
    const id = uuidv7()
    const at = now()
    await tx.treatmentPhase.createMany({
      data: {
        id,
        patientId,
        teamId: clinicianTeam(context),
        diagnosisId,
        name,
        startedOn: toDatabaseDate(input.startedOn),
        recordedAt: at,
        recordedById: actor.staffId,
        updatedAt: at,
      },
    })
    await recordAccess(tx, { event: 'treatment_phase.begun', patientId, entityId: id })
    return { phaseId: id }
  })
}

async function requirePossible(tx: Tx, { patientId, diagnosisId, startedOn }: Input): Promise<void> {
  const diagnosis = (await listDiagnoses(tx, patientId, 'voided')).find(({ id }) => id === diagnosisId)
  if (!diagnosis) throw new NotFound()
  const life = { ...(await getLifeDates(tx, patientId)), today: today() }
  const faults = daysFaults({ startedOn, endedOn: null }, diagnosedIn(diagnosis), life, 'phase')
  if (diagnosis.voided)
    faults.unshift({ field: 'diagnosisId', message: 'Select a diagnosis that is not recorded in error' })
  if (faults.length > 0) throw new RuleBroken(faults)
}
