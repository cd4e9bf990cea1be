import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { Diagnosis, Treatment } from './diagnosis'
import { listDiagnoses, listTreatments } from './queries'

export type DiagnosisView = {
  diagnosis: Diagnosis
  /** Those that are of this diagnosis. */
  treatments: Treatment[]
  mayVoid: boolean
  mayRecordTreatment: boolean
}

/** One diagnosis with what was done about it. @throws NotFound, NotAllowed */
export async function getDiagnosis(
  actor: Actor,
  patientId: string,
  diagnosisId: string,
  purpose: 'read' | 'void' = 'read',
): Promise<DiagnosisView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', purpose])
    const all = await listDiagnoses(tx, patientId, 'voided')
    const diagnosis = all.find(({ id }) => id === diagnosisId)
    if (!diagnosis) throw new NotFound()
    const treatments = await listTreatments(tx, patientId)
    return {
      diagnosis,
      treatments: treatments.filter((treatment) => treatment.diagnosisId === diagnosisId),
      mayVoid: !diagnosis.voided && mayUnderCare(context, 'diagnosis', 'void').allowed,
      mayRecordTreatment: !diagnosis.voided && mayUnderCare(context, 'treatment', 'create').allowed,
    }
  })
}

/** Asks whether the actor may record a diagnosis, before the form is shown. @throws NotFound, NotAllowed */
export async function openDiagnosisForm(actor: Actor, patientId: string): Promise<void> {
  await getPatientPage(actor, patientId)
  await asActor(actor, (tx) => openPatient(tx, actor, patientId, ['diagnosis', 'create']))
}
