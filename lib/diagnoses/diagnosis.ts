import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { DateField } from '@/lib/nhs/date-fields'
import type { DatePeriod } from '@/lib/nhs/date-period'
import type { DiagnosisKind } from '@/lib/platform/prisma-client/enums'

/** Why and by whom something was marked as recorded in error. */
export type Voided = { on: CalendarDate; by: string; reason: string }

/** How far a cancer has gone, as far as it was said. */
export type Staging = {
  /** Code of lib/nhs/code-lists/tumour-grade.ts. */
  grade: string | null
  /** Each as lib/nhs/tnm-category.ts writes it: `pT2`. */
  tCategory: string | null
  nCategory: string | null
  mCategory: string | null
  tnmEdition: string | null
  /** In the scheme of the site: `IIA` of TNM, `IC3` of FIGO, `IIIB` of Ann Arbor. */
  stageGroup: string | null
}

/** What is said of a diagnosis: the fields that somebody fills in. */
export type DiagnosisTold = Staging & {
  kind: DiagnosisKind
  /** Of which primary it is a recurrence or progression; null for a primary itself. */
  primaryDiagnosisId: string | null
  icd10Code: string
  /** Code of lib/nhs/code-lists/laterality.ts. */
  laterality: string | null
  /** The first day that it can have been. */
  diagnosedOn: CalendarDate
  diagnosedOnPrecision: DateField
  /** Code of lib/nhs/code-lists/basis-of-diagnosis.ts. */
  basisOfDiagnosis: string | null
  stageInWords: string | null
}

export type Diagnosis = DiagnosisTold & {
  id: string
  version: number
  /** Key of TUMOUR_GROUP_LABELS, lib/nhs/tumour-group.ts. */
  tumourGroup: string
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}

/** When it was diagnosed, as exactly as is known. */
export function diagnosedIn({
  diagnosedOn,
  diagnosedOnPrecision,
}: Pick<Diagnosis, 'diagnosedOn' | 'diagnosedOnPrecision'>): DatePeriod {
  return { on: diagnosedOn, precision: diagnosedOnPrecision }
}

/** What is said of a treatment: the fields that somebody fills in. */
export type TreatmentTold = {
  diagnosisId: string | null
  phaseId: string | null
  /** Code of lib/nhs/code-lists/treatment-modality.ts. */
  modality: string
  /** Code of lib/nhs/code-lists/treatment-intent.ts. */
  intent: string | null
  startedOn: CalendarDate
  /** Null while it goes on. */
  endedOn: CalendarDate | null
  /** Code of lib/nhs/code-lists/treatment-outcome.ts; only once it has ended. */
  outcome: string | null
  /** Who gave it, in words. */
  givenBy: string | null
  note: string | null
}

export type Treatment = TreatmentTold & {
  id: string
  version: number
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}

/** Treatments that belong together, and that are summed up when the phase ends. */
export type TreatmentPhase = {
  id: string
  version: number
  diagnosisId: string
  name: string
  startedOn: CalendarDate
  /** Null while it goes on. */
  endedOn: CalendarDate | null
  recordedOn: CalendarDate
  recordedBy: string
}

export type PerformanceStatus = {
  id: string
  /** Code of lib/nhs/code-lists/performance-status.ts, 0 to 4. */
  grade: string
  assessedOn: CalendarDate
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}
