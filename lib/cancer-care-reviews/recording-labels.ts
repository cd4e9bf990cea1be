import type { ReviewMode, ReviewLength } from '@/lib/platform/prisma-client/enums'
import type { ConcernCourse } from './plan-on-first-page'

/** How a review was held. */
export const REVIEW_MODE_LABELS: Readonly<Record<ReviewMode, string>> = {
  telephone: 'By telephone',
  face_to_face: 'Face to face',
  video: 'By video',
  home_visit: 'At home',
}

/** The two reviews, by how long they take. */
export const REVIEW_LENGTH_LABELS: Readonly<Record<ReviewLength, { label: string; begin: string }>> = {
  brief: { label: 'Brief review', begin: 'Hold a brief review, 5 minutes' },
  full: { label: 'Full review', begin: 'Hold a full review, 20 minutes' },
}

/** Who said what the person wants to talk about. */
export const WISHES_TOLD_BY: Readonly<Record<'person' | 'carer', string>> = {
  person: 'Told by the person',
  carer: 'Told by their carer',
}

/** How a concern went since the plan before. */
export const CONCERN_COURSES: Readonly<Record<ConcernCourse, string>> = {
  first: '',
  new: 'New',
  better: 'Better',
  worse: 'Worse',
  same: 'The same',
  not_scored: 'Cannot be compared',
}

/** What was just done, as the next page says it. */
export const REVIEW_DONE_WORDS: Readonly<Record<string, string>> = {
  noted: 'What they want to talk about has been noted',
  saved: 'The review is saved. Go on with it when you are ready',
  discarded: 'The draft has been thrown away. The review is still to be held',
  filed: 'The cancer care review has been recorded',
  voided: 'The review has been marked as recorded in error. What it had closed is open again',
}
