import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { Diagnosis, Treatment, TreatmentPhase } from './diagnosis'
import { listDiagnoses, listTreatmentPhases, listTreatments } from './queries'
import { historyOfTreatment, type RowChange } from './row-history'

export type TreatmentView = {
  treatment: Treatment
  /** The diagnosis it is of, where that is said. */
  diagnosis: Diagnosis | null
  /** What it could be of instead. */
  diagnoses: Diagnosis[]
  /** Those it could belong to, and the one that it does. */
  phases: TreatmentPhase[]
  history: RowChange[]
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
      phases: await listTreatmentPhases(tx, patientId),
      history: await historyOfTreatment(tx, patientId, treatment),
      mayChange: !treatment.voided && mayUnderCare(context, 'treatment', 'update').allowed,
      mayVoid: !treatment.voided && mayUnderCare(context, 'treatment', 'void').allowed,
    }
  })
}

export type TreatmentForm = Pick<TreatmentView, 'diagnoses' | 'phases'>

/** What a treatment to be recorded can be of, and the phases it can belong to. @throws NotFound, NotAllowed */
export async function getTreatmentForm(actor: Actor, patientId: string): Promise<TreatmentForm> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['treatment', 'create'])
    const diagnoses = await listDiagnoses(tx, patientId)
    return { diagnoses, phases: await listTreatmentPhases(tx, patientId) }
  })
}
