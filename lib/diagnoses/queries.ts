import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import type { Diagnosis, PerformanceStatus, Treatment, TreatmentPhase, Voided } from './diagnosis'
import { diagnosisToldIn, phaseToldIn, treatmentToldIn } from './internal/told-in-row'
import { fromDatabaseDate } from '@/lib/platform/database-dates'

/** A patient's diagnoses, earliest first; those recorded in error only when asked for. For who has the patient open. */
export async function listDiagnoses(tx: Tx, patientId: string, also?: 'voided'): Promise<Diagnosis[]> {
  const rows = await tx.diagnosis.findMany({
    where: { patientId, voidedAt: also ? undefined : null },
    orderBy: [{ diagnosedOn: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await staffNames(tx, rows.flatMap(people))
  return rows.map((row) => ({
    ...diagnosisToldIn(row),
    id: row.id,
    version: row.version,
    tumourGroup: row.tumourGroup,
    recordedOn: londonDate(row.recordedAt),
    recordedBy: nameOf(row.recordedById),
    voided: voidedOf(row, nameOf),
  }))
}

/** A patient's treatments, earliest first; those recorded in error only when asked for. For who has the patient open. */
export async function listTreatments(tx: Tx, patientId: string, also?: 'voided'): Promise<Treatment[]> {
  const rows = await tx.treatment.findMany({
    where: { patientId, voidedAt: also ? undefined : null },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await staffNames(tx, rows.flatMap(people))
  return rows.map((row) => ({
    ...treatmentToldIn(row),
    id: row.id,
    version: row.version,
    recordedOn: londonDate(row.recordedAt),
    recordedBy: nameOf(row.recordedById),
    voided: voidedOf(row, nameOf),
  }))
}

/** The phases of a patient's treatment, earliest first. For who has the patient open. */
export async function listTreatmentPhases(tx: Tx, patientId: string): Promise<TreatmentPhase[]> {
  const rows = await tx.treatmentPhase.findMany({
    where: { patientId },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await staffNames(
    tx,
    rows.map(({ recordedById }) => recordedById),
  )
  return rows.map((row) => ({
    ...phaseToldIn(row),
    id: row.id,
    version: row.version,
    recordedOn: londonDate(row.recordedAt),
    recordedBy: nameOf(row.recordedById),
  }))
}

/** How well a patient was, the latest first, those recorded in error too. For who has the patient open. */
export async function listPerformanceStatuses(tx: Tx, patientId: string): Promise<PerformanceStatus[]> {
  const rows = await tx.performanceStatus.findMany({
    where: { patientId },
    orderBy: [{ assessedOn: 'desc' }, { id: 'desc' }],
  })
  const voided = await listVoidedFacts(tx, patientId, 'performance_status')
  const voiders = [...voided.values()].map(({ recordedById }) => recordedById)
  const nameOf = await staffNames(tx, [...rows.map(({ recordedById }) => recordedById), ...voiders])
  return rows.map((row) => {
    const error = voided.get(row.id)
    return {
      id: row.id,
      grade: row.grade,
      assessedOn: fromDatabaseDate(row.assessedOn),
      recordedOn: londonDate(row.recordedAt),
      recordedBy: nameOf(row.recordedById),
      voided: error
        ? { on: londonDate(error.recordedAt), by: nameOf(error.recordedById), reason: error.reason }
        : null,
    }
  })
}

type Voiding = {
  recordedById: string | null
  voidedAt: Date | null
  voidedById: string | null
  voidedReason: string | null
}

function people({ recordedById, voidedById }: Voiding): (string | null)[] {
  return [recordedById, voidedById]
}

function voidedOf(row: Voiding, nameOf: (id: string | null) => string): Voided | null {
  if (!row.voidedAt) return null
  return { on: londonDate(row.voidedAt), by: nameOf(row.voidedById), reason: row.voidedReason ?? '' }
}
