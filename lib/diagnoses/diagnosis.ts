import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** Why and by whom something was marked as recorded in error. */
export type Voided = { on: CalendarDate; by: string; reason: string }

export type Diagnosis = {
  id: string
  version: number
  icd10Code: string
  /** Key of TUMOUR_GROUP_LABELS, lib/nhs/tumour-group.ts. */
  tumourGroup: string
  /** Code of lib/nhs/code-lists/laterality.ts. */
  laterality: string | null
  diagnosedOn: CalendarDate
  stageInWords: string | null
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}

export type Treatment = {
  id: string
  version: number
  diagnosisId: string | null
  /** Code of lib/nhs/code-lists/treatment-modality.ts. */
  modality: string
  /** Code of lib/nhs/code-lists/treatment-intent.ts. */
  intent: string | null
  startedOn: CalendarDate
  /** Null while it goes on. */
  endedOn: CalendarDate | null
  note: string | null
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}
