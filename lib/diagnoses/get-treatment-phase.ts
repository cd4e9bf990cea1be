import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { Diagnosis, Treatment, TreatmentPhase } from './diagnosis'
import { listDiagnoses, listTreatmentPhases, listTreatments } from './queries'
import { historyOfPhase, type RowChange } from './row-history'

export type TreatmentPhaseView = {
  phase: TreatmentPhase
  diagnosis: Diagnosis
  /** Those that belong to it. */
  treatments: Treatment[]
  history: RowChange[]
  mayEnd: boolean
}

/** A phase of treatment with its treatments. @throws NotFound, NotAllowed */
export async function getTreatmentPhase(
  actor: Actor,
  patientId: string,
  phaseId: string,
): Promise<TreatmentPhaseView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', 'read'])
    const phase = (await listTreatmentPhases(tx, patientId)).find(({ id }) => id === phaseId)
    const diagnoses = await listDiagnoses(tx, patientId, 'voided')
    const diagnosis = diagnoses.find(({ id }) => id === phase?.diagnosisId)
    if (!phase || !diagnosis) throw new NotFound()
    const treatments = await listTreatments(tx, patientId)
    return {
      phase,
      diagnosis,
      treatments: treatments.filter((treatment) => treatment.phaseId === phaseId),
      history: await historyOfPhase(tx, patientId, phase),
      mayEnd: mayUnderCare(context, 'treatment', 'update').allowed,
    }
  })
}
