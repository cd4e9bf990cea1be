import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { AboutMeWords } from '@/lib/patients/about-me'
import type { PatientRow } from '@/lib/patients/record/patient-row'
import type { ContactOnRecord, DiagnosisOnRecord, TeamOnRecord } from '@/lib/patients/record/record-row'
import type {
  PracticeRequestEventKind,
  ReviewChannel,
  ReviewFactKind,
  ReviewMode,
  ReviewLength,
} from '@/lib/platform/prisma-client/enums'
import type { AgreedActionRow } from '@/lib/review-actions/agreed-actions'

/** A version of a care plan that was shared with the practice; of each plan the last two, the newest first. */
export type SharedPlanRow = {
  shareId: string
  carePlanId: string
  number: number
  agreedOn: CalendarDate
  changes: string[]
  schemaNumber: number
  content: unknown
}

/** The newest version of a treatment summary that was sent to the practice. */
export type SentSummaryRow = {
  deliveryId: string
  sentOn: CalendarDate
  number: number
  changes: string[]
  schemaNumber: number
  content: unknown
}

/** What a summary asks of the practice. */
export type AskedRow = { id: string; what: string; dueOn: CalendarDate; kinds: PracticeRequestEventKind[] }

export type ReviewRow = {
  id: string
  heldOn: CalendarDate
  mode: ReviewMode
  length: ReviewLength
  outcomeSummary: string | null
  nextReviewOn: CalendarDate | null
  by: string | null
}

export type ReviewFactRow = {
  kind: ReviewFactKind
  on: CalendarDate
  channel: ReviewChannel | null
  note: string | null
}

/** What `firstPageStatement` answers. A part that is empty is null. */
export type FirstPageRow = PatientRow & {
  diagnosis: DiagnosisOnRecord | null
  about_me: (AboutMeWords & { toldOn: CalendarDate }) | null
  contacts: ContactOnRecord[] | null
  teams: TeamOnRecord[] | null
  treatments: { modality: string; startedOn: CalendarDate; endedOn: CalendarDate | null }[] | null
  plans: SharedPlanRow[] | null
  summaries: SentSummaryRow[] | null
  asked: AskedRow[] | null
  reviews: ReviewRow[] | null
  review_actions: AgreedActionRow[] | null
  facts: ReviewFactRow[] | null
  draft: { version: number; content: unknown; savedAt: string; savedBy: string | null } | null
}
