import { INTERPRETERS_AT_CONTACT } from '@/lib/nhs/code-lists/interpreter'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import type {
  AssessmentCompleter,
  AssessmentMode,
  AssessmentOfferOutcome,
  PathwayPoint,
} from '@/lib/platform/prisma-client/enums'
import { PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import type { ConcernChangeSince } from './concern-changes'
import type { EarlierConcernAnswer } from './needs-assessment'

/** Past, for lists; the COSD codes are in lib/nhs/code-lists/assessment-offer-outcome.ts. */
export const OUTCOME_LABELS: Readonly<Record<AssessmentOfferOutcome, string>> = {
  accepted: 'Accepted',
  undecided: 'Undecided',
  declined: 'Declined',
  not_offered: 'Not offered',
  unable: 'Unable to complete',
}

/** What follows from an offer, for the form and for the message after it. `days` are the team's standard. */
export const OUTCOME_FOLLOW_UP: Readonly<Record<AssessmentOfferOutcome, (days: number) => string>> = {
  accepted: (days) => `The assessment is then to be recorded within ${days} days. The task is yours`,
  undecided: (days) => `The team is reminded to ask again within ${days} days`,
  declined: () => 'Nothing more is open until the next point of the pathway',
  not_offered: () => 'Nothing more is open until the next point of the pathway',
  unable: () => 'Nothing more is open until the next point of the pathway',
}

export const MODE_LABELS: Readonly<Record<AssessmentMode, string>> = {
  in_person: 'In person',
  telephone: 'By telephone',
  video: 'By video',
  paper: 'On paper',
  own_link: 'By the person, through a link',
}

export const COMPLETER_LABELS: Readonly<Record<AssessmentCompleter, string>> = {
  person: 'The person themselves',
  person_with_help: 'The person, with help',
  proxy: 'Somebody else on their behalf',
}

/** What the person is asked about a concern of last time. */
export const EARLIER_ANSWER_LABELS: Readonly<Record<EarlierConcernAnswer, string>> = {
  same: 'The same',
  changed: 'Changed',
  no_longer: 'No longer a concern',
}

export const CHANGE_LABELS: Readonly<Record<ConcernChangeSince['change'], string>> = {
  new: 'New',
  same: 'The same',
  changed: 'Changed',
  no_longer: 'No longer a concern',
}

export const pathwayPointLabel = (point: PathwayPoint): string => PATHWAY_POINTS.label(point)
export const interpreterLabel = (code: string): string => INTERPRETERS_AT_CONTACT.label(code)
export const staffRoleLabel = (code: string): string => STAFF_ROLES.label(code)

/** A score as it is read: `8 out of 10`, or that there is none. */
export function scoreInWords(score: number | null): string {
  return score === null ? 'Not scored' : `${score} out of 10`
}

/** What the list of assessments says after something was done, by `?done=`. An offer says what it was. */
export const DONE_LABELS: Readonly<Record<string, string>> = {
  accepted: 'Offer recorded as accepted. Record the assessment next',
  undecided: 'Offer recorded as undecided. The team is reminded to ask again',
  declined: 'Offer recorded as declined. Nothing more is open until the next point of the pathway',
  not_offered: 'Recorded as not offered. Nothing more is open until the next point of the pathway',
  unable: 'Recorded as unable to complete. Nothing more is open until the next point of the pathway',
  voided: 'Offer marked as recorded in error',
  'assessment-voided': 'Assessment marked as recorded in error. What it had met is open again',
  saved: 'Saved as a draft. You or your team can go on with it on any device',
  discarded: 'Draft discarded',
}
