import 'server-only'
import type { z } from 'zod'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate, toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import type { Diagnosis } from '../diagnosis'
import { listDiagnoses } from '../queries'
import { treatmentFaults } from '../rules'
import type { recordTreatmentSchema } from '../schema'

type Input = z.output<typeof recordTreatmentSchema>

/** @throws NotFound if the diagnosis is not the patient's, RuleBroken if it is recorded in error or the days cannot be */
export async function requirePossibleTreatment(tx: Tx, input: Input): Promise<void> {
  const life = { ...(await getLifeDates(tx, input.patientId)), today: today() }
  const diagnosis = await diagnosisOf(tx, input)
  const faults = treatmentFaults(input, diagnosis?.diagnosedOn ?? null, life)
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

/** What the form says, as the columns hold it. */
export function treatmentColumns({ modality, intent, diagnosisId, startedOn, endedOn, note }: Input) {
  return {
    modality,
    intent,
    diagnosisId,
    note,
    startedOn: toDatabaseDate(startedOn),
    endedOn: toDatabaseDateOrNull(endedOn),
  }
}
