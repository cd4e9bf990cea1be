import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { AssessmentMode } from '@/lib/platform/prisma-client/enums'
import type {
  AssessmentCompleter,
  AssessmentOfferOutcome,
  ConcernAuthor,
  ConcernChange,
  PathwayPoint,
} from '@/lib/platform/prisma-client/enums'

/** Scores run from 0, no trouble, to 10, the worst; null is "not scored" (eHNA and the paper checklist have the same range). */
export const HIGHEST_SCORE = 10

/** Concerns outside the catalogue that one assessment can hold. */
export const MOST_OTHER_CONCERNS = 10

/** How staff may have recorded it. The person's own link is for the person alone. */
export const STAFF_MODES = Object.values(AssessmentMode).filter((mode) => mode !== 'own_link')

/** What the person says of a concern they had last time. */
export const EARLIER_CONCERN_ANSWERS = ['same', 'changed', 'no_longer'] as const
export type EarlierConcernAnswer = (typeof EARLIER_CONCERN_ANSWERS)[number]

/** One concern of the catalogue, in its version's order. */
export type ConcernDefinition = { code: string; domain: string; domainLabel: string; label: string }

/** A concern as it is filed. */
export type FiledConcern = {
  /** Catalogue code, or `OTHER_CONCERN_CODE`. */
  code: string
  label: string
  /** 0 to 10, higher is worse; null is "not scored". */
  score: number | null
  ownWords: string | null
  addedBy: ConcernAuthor
  /** 1 is what the person most wants to talk about; null is not a priority. */
  priority: number | null
  change: ConcernChange
}

/** A whole assessment, ready to file. */
export type AssessmentAnswers = {
  completedOn: CalendarDate
  mode: AssessmentMode
  completedBy: AssessmentCompleter
  proxyName: string | null
  proxyRelationship: string | null
  /** Code of lib/nhs/code-lists/interpreter.ts. */
  interpreterCode: string
  pathwayPoint: PathwayPoint
  /** COSD CR7950. */
  staffRoleCode: string
  noConcerns: boolean
  concerns: FiledConcern[]
}

/** The assessment that the next one starts from. */
export type EarlierAssessment = { id: string; completedOn: CalendarDate; concerns: EarlierConcern[] }
export type EarlierConcern = Pick<FiledConcern, 'code' | 'label' | 'score' | 'ownWords' | 'addedBy'>

/** An offer that stands: not voided. */
export type StandingOffer = {
  id: string
  outcome: AssessmentOfferOutcome
  pathwayPoint: PathwayPoint
  offeredOn: CalendarDate
  recordedAt: Date
  /** Whether an assessment came of it. */
  isAssessed: boolean
}
