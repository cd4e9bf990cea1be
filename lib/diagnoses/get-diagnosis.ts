import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { StandsOnIt } from './course-rules'
import type { Diagnosis } from './diagnosis'
import { standsOn } from './internal/possible-diagnosis'
import { listDiagnoses } from './queries'
import { historyOfDiagnosis, type RowChange } from './row-history'

export type DiagnosisView = StandsOnIt & {
  diagnosis: Diagnosis
  /** What it is a recurrence or progression of. */
  primary: Diagnosis | null
  /** What it could be a recurrence or progression of: standing primaries but itself. */
  primaries: Diagnosis[]
  history: RowChange[]
  mayChange: boolean
  mayVoid: boolean
  mayRecordTreatment: boolean
}

/** One diagnosis with what was done about it and what it said before. @throws NotFound, NotAllowed */
export async function getDiagnosis(
  actor: Actor,
  patientId: string,
  diagnosisId: string,
  purpose: 'read' | 'update' | 'void' = 'read',
): Promise<DiagnosisView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['diagnosis', purpose])
    const all = await listDiagnoses(tx, patientId, 'voided')
    const diagnosis = all.find(({ id }) => id === diagnosisId)
    if (!diagnosis) throw new NotFound()
    return {
      ...(await standsOn(tx, patientId, diagnosisId)),
      diagnosis,
      primary: all.find(({ id }) => id === diagnosis.primaryDiagnosisId) ?? null,
      primaries: primariesOf(all).filter(({ id }) => id !== diagnosisId),
      history: await historyOfDiagnosis(tx, patientId, diagnosis),
      mayChange: !diagnosis.voided && mayUnderCare(context, 'diagnosis', 'update').allowed,
      mayVoid: !diagnosis.voided && mayUnderCare(context, 'diagnosis', 'void').allowed,
      mayRecordTreatment: !diagnosis.voided && mayUnderCare(context, 'treatment', 'create').allowed,
    }
  })
}

/** What a diagnosis to be recorded can be a recurrence of. @throws NotFound, NotAllowed */
export async function getDiagnosisForm(actor: Actor, patientId: string): Promise<{ primaries: Diagnosis[] }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['diagnosis', 'create'])
    return { primaries: primariesOf(await listDiagnoses(tx, patientId)) }
  })
}

function primariesOf(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  return diagnoses.filter(({ kind, voided }) => kind === 'primary' && !voided)
}
