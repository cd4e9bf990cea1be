import 'server-only'
import type { DateField } from '@/lib/nhs/date-fields'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { DiagnosisKind } from '@/lib/platform/prisma-client/enums'
import type {
  Diagnosis as DiagnosisRow,
  Treatment as TreatmentRow,
  TreatmentPhase as PhaseRow,
} from '@/lib/platform/prisma-client/client'
import type { DiagnosisTold, TreatmentPhase, TreatmentTold } from '../diagnosis'

export type PhaseTold = Pick<TreatmentPhase, 'diagnosisId' | 'name' | 'startedOn' | 'endedOn'>

/** What a row of `diagnosis` says. */
export function diagnosisToldIn(row: DiagnosisRow): DiagnosisTold {
  return {
    kind: row.kind,
    primaryDiagnosisId: row.primaryDiagnosisId,
    icd10Code: row.icd10Code,
    laterality: row.laterality,
    diagnosedOn: fromDatabaseDate(row.diagnosedOn),
    // Held to these words by a check of the table.
    diagnosedOnPrecision: row.diagnosedOnPrecision as DateField,
    basisOfDiagnosis: row.basisOfDiagnosis,
    grade: row.grade,
    tCategory: row.tCategory,
    nCategory: row.nCategory,
    mCategory: row.mCategory,
    tnmEdition: row.tnmEdition,
    stageGroup: row.stageGroup,
    stageInWords: row.stageInWords,
  }
}

/** What a row of `treatment` says. */
export function treatmentToldIn(row: TreatmentRow): TreatmentTold {
  return {
    diagnosisId: row.diagnosisId,
    phaseId: row.phaseId,
    modality: row.modality,
    intent: row.intent,
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
    outcome: row.outcome,
    givenBy: row.givenBy,
    note: row.note,
  }
}

/** What a row of `treatment_phase` says. */
export function phaseToldIn(row: PhaseRow): PhaseTold {
  return {
    diagnosisId: row.diagnosisId,
    name: row.name,
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
  }
}

/** A row as `clinical_row_version` keeps it: columns by their names, dates as text. A column from later is not there. */
export type KeptRow = Readonly<Record<string, string | number | null>>

const text = (row: KeptRow, column: string) => {
  const value = row[column]
  return value === undefined || value === null ? null : String(value)
}

/** What a kept row of `diagnosis` said. */
export function diagnosisToldInKept(row: KeptRow): DiagnosisTold {
  return {
    kind: (text(row, 'kind') ?? 'primary') as DiagnosisKind,
    primaryDiagnosisId: text(row, 'primary_diagnosis_id'),
    icd10Code: text(row, 'icd10_code') ?? '',
    laterality: text(row, 'laterality'),
    diagnosedOn: text(row, 'diagnosed_on') ?? '',
    diagnosedOnPrecision: (text(row, 'diagnosed_on_precision') ?? 'day') as DateField,
    basisOfDiagnosis: text(row, 'basis_of_diagnosis'),
    grade: text(row, 'grade'),
    tCategory: text(row, 't_category'),
    nCategory: text(row, 'n_category'),
    mCategory: text(row, 'm_category'),
    tnmEdition: text(row, 'tnm_edition'),
    stageGroup: text(row, 'stage_group'),
    stageInWords: text(row, 'stage_in_words'),
  }
}

/** What a kept row of `treatment` said. */
export function treatmentToldInKept(row: KeptRow): TreatmentTold {
  return {
    diagnosisId: text(row, 'diagnosis_id'),
    phaseId: text(row, 'phase_id'),
    modality: text(row, 'modality') ?? '',
    intent: text(row, 'intent'),
    startedOn: text(row, 'started_on') ?? '',
    endedOn: text(row, 'ended_on'),
    outcome: text(row, 'outcome'),
    givenBy: text(row, 'given_by'),
    note: text(row, 'note'),
  }
}

/** What a kept row of `treatment_phase` said. */
export function phaseToldInKept(row: KeptRow): PhaseTold {
  return {
    diagnosisId: text(row, 'diagnosis_id') ?? '',
    name: text(row, 'name') ?? '',
    startedOn: text(row, 'started_on') ?? '',
    endedOn: text(row, 'ended_on'),
  }
}
