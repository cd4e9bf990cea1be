import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Diagnosis, Treatment, Voided } from './diagnosis'

/** A patient's diagnoses, earliest first; those recorded in error only when asked for. For who has the patient open. */
export async function listDiagnoses(tx: Tx, patientId: string, also?: 'voided'): Promise<Diagnosis[]> {
  const rows = await tx.diagnosis.findMany({
    where: { patientId, voidedAt: also ? undefined : null },
    orderBy: [{ diagnosedOn: 'asc' }, { id: 'asc' }],
  })
  const nameOf = await staffNames(tx, rows.flatMap(people))
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    icd10Code: row.icd10Code,
    tumourGroup: row.tumourGroup,
    laterality: row.laterality,
    diagnosedOn: fromDatabaseDate(row.diagnosedOn),
    stageInWords: row.stageInWords,
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
    id: row.id,
    version: row.version,
    diagnosisId: row.diagnosisId,
    modality: row.modality,
    intent: row.intent,
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
    note: row.note,
    recordedOn: londonDate(row.recordedAt),
    recordedBy: nameOf(row.recordedById),
    voided: voidedOf(row, nameOf),
  }))
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
