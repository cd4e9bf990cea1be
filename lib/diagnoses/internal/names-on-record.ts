import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { NamesOnRecord } from '../differences'
import { diagnosisName } from '../labels'
import { listDiagnoses, listTreatmentPhases } from '../queries'

/** What the diagnoses and phases on a patient's record are called. */
export async function namesOnRecord(tx: Tx, patientId: string): Promise<NamesOnRecord> {
  const diagnoses = await listDiagnoses(tx, patientId, 'voided')
  const phases = await listTreatmentPhases(tx, patientId)
  return {
    diagnosis: called(diagnoses.map((diagnosis) => [diagnosis.id, diagnosisName(diagnosis)])),
    phase: called(phases.map(({ id, name }) => [id, name])),
  }
}

function called(named: [id: string, name: string][]): (id: string | null) => string {
  const names = new Map(named)
  return (id) => (id ? (names.get(id) ?? 'another one') : 'none')
}
