import 'server-only'
import type { z } from 'zod'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate, toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { diagnosedIn, type Diagnosis, type TreatmentPhase, type TreatmentTold } from '../diagnosis'
import { belongingFaults } from '../phase-rules'
import { listDiagnoses, listTreatmentPhases } from '../queries'
import { treatmentFaults } from '../rules'
import type { recordTreatmentSchema } from '../schema'

type Input = z.output<typeof recordTreatmentSchema>

/** @throws NotFound if the diagnosis or phase is not the patient's, RuleBroken if it is recorded in error or the days cannot be */
export async function requirePossibleTreatment(tx: Tx, input: Input): Promise<void> {
  const life = { ...(await getLifeDates(tx, input.patientId)), today: today() }
  const diagnosis = await diagnosisOf(tx, input)
  const faults = [
    ...treatmentFaults(input, diagnosis && diagnosedIn(diagnosis), life),
    ...belongingFaults(input, await phaseOf(tx, input)),
  ]
  if (diagnosis?.voided)
    faults.unshift({ field: 'diagnosisId', message: 'Select a diagnosis that is not recorded in error' })
  if (faults.length > 0) throw new RuleBroken(faults)
}

async function diagnosisOf(tx: Tx, { patientId, diagnosisId }: Input): Promise<Diagnosis | null> {
  if (!diagnosisId) return null
  const diagnoses = await listDiagnoses(tx, patientId, 'voided')
  const found = diagnoses.find(({ id }) => id === diagnosisId)
  if (!found) throw new NotFound()
  return found
}

async function phaseOf(tx: Tx, { patientId, phaseId }: Input): Promise<TreatmentPhase | null> {
  if (!phaseId) return null
  const phases = await listTreatmentPhases(tx, patientId)
  const found = phases.find(({ id }) => id === phaseId)
  if (!found) throw new NotFound()
  return found
}

/** What the form says, as the columns hold it. */
export function treatmentColumns(told: TreatmentTold) {
  return {
    modality: told.modality,
    intent: told.intent,
    diagnosisId: told.diagnosisId,
    phaseId: told.phaseId,
    startedOn: toDatabaseDate(told.startedOn),
    endedOn: toDatabaseDateOrNull(told.endedOn),
    outcome: told.outcome,
    givenBy: told.givenBy,
    note: told.note,
  }
}
