import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { DateField } from '@/lib/nhs/date-fields'
import type { DiagnosisKind, KeyContactRole, TaskKind, TeamKind } from '@/lib/platform/prisma-client/enums'
import type { AgreedActionRow } from '@/lib/review-actions/agreed-actions'
import type { AboutMeWords } from '../about-me'
import type { PathwayRow } from './follow-up-on-record'
import type { PatientRow } from './patient-row'
import type { ReviewRow } from './reviews-on-record'

export type DiagnosisOnRecord = {
  id: string
  kind: DiagnosisKind
  icd10Code: string
  tumourGroup: string
  laterality: string | null
  /** The first day that it can have been. */
  diagnosedOn: CalendarDate
  diagnosedOnPrecision: DateField
  tCategory: string | null
  nCategory: string | null
  mCategory: string | null
  stageGroup: string | null
  stageInWords: string | null
}

export type TreatmentOnRecord = {
  id: string
  modality: string
  startedOn: CalendarDate
  endedOn: CalendarDate | null
}

export type ContactOnRecord = {
  id: string
  role: KeyContactRole
  name: string
  relationship: string | null
  telephone: string | null
  teamId: string | null
}

export type TeamOnRecord = { id: string; name: string; kind: TeamKind; telephone: string | null }

/** An open task; of another team's, everything but its kind, team and date is null. */
export type TaskOnRecord = {
  id: string
  kind: TaskKind
  teamId: string
  dueOn: CalendarDate
  subjectId: string | null
  detail: string | null
  isMine: boolean
  owner: { id: string; givenName: string; familyName: string } | null
}

export type AssessmentOnRecord = { id: string; completedOn: CalendarDate; noConcerns: boolean }

/** 0 to 10, higher is worse; null is "not scored". */
export type ConcernOnRecord = { assessmentId: string; code: string; label: string; score: number | null }

export type PlanOnRecord = { number: number; agreedOn: CalendarDate; reviewOn: CalendarDate }

/** A concern scored again when an action was finished or a plan reviewed. */
export type RescoreOnRecord = { code: string; label: string; on: CalendarDate; score: number }

export type ShareOnRecord = PlanOnRecord & { id: string }

/** A signed version of a treatment summary. */
export type SummaryOnRecord = { number: number; signedOn: CalendarDate }

/** A signed version that the actor's practice was sent. */
export type SentSummaryOnRecord = SummaryOnRecord & { deliveryId: string; summaryId: string }

/** What `recordStatement` answers. A part that is empty is null; one that was not asked for is not there. */
export type RecordRow = PatientRow & {
  about_me: (AboutMeWords & { toldOn: CalendarDate }) | null
  diagnoses: DiagnosisOnRecord[] | null
  treatments: TreatmentOnRecord[] | null
  contacts: ContactOnRecord[] | null
  tasks: TaskOnRecord[] | null
  follow_up?: PathwayRow[] | null
  teams: TeamOnRecord[] | null
  assessments?: AssessmentOnRecord[] | null
  concerns?: ConcernOnRecord[] | null
  voided?: string[] | null
  plans?: PlanOnRecord[] | null
  rescores?: RescoreOnRecord[] | null
  shares?: ShareOnRecord[] | null
  summaries?: SummaryOnRecord[] | null
  sent_summaries?: SentSummaryOnRecord[] | null
  reviews?: ReviewRow[] | null
  review_actions?: AgreedActionRow[] | null
}
