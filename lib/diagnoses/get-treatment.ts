import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { Diagnosis, Treatment } from './diagnosis'
import { listDiagnoses, listTreatments } from './queries'

export type TreatmentView = {
  treatment: Treatment
  /** The diagnosis it is of, where that is said. */
  diagnosis: Diagnosis | null
  /** What it could be of instead. */
  diagnoses: Diagnosis[]
  mayChange: boolean
  mayVoid: boolean
}

/** One treatment, and what its form needs. @throws NotFound, NotAllowed */
export async function getTreatment(
  actor: Actor,
  patientId: string,
  treatmentId: string,
  purpose: 'read' | 'void' = 'read',
): Promise<TreatmentView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment', purpose])
    const all = await listTreatments(tx, patientId, 'voided')
    const treatment = all.find(({ id }) => id === treatmentId)
    if (!treatment) throw new NotFound()
    const diagnoses = await listDiagnoses(tx, patientId, 'voided')
    return {
      treatment,
      diagnosis: diagnoses.find(({ id }) => id === treatment.diagnosisId) ?? null,
      diagnoses: diagnoses.filter(({ voided }) => !voided),
      mayChange: !treatment.voided && mayUnderCare(context, 'treatment', 'update').allowed,
      mayVoid: !treatment.voided && mayUnderCare(context, 'treatment', 'void').allowed,
    }
  })
}

/** What a treatment to be recorded can be of. @throws NotFound, NotAllowed */
export async function getTreatmentForm(actor: Actor, patientId: string): Promise<{ diagnoses: Diagnosis[] }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['treatment', 'create'])
    return { diagnoses: await listDiagnoses(tx, patientId) }
  })
}
