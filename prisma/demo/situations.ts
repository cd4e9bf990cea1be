import type { Story } from './scene'
import { ACTION_STORIES } from './stories/actions'
import { ASSESSMENT_STORIES } from './stories/assessments'
import { BREAST_SUMMARY_STORIES } from './stories/breast-summaries'
import { CONTACT_STORIES } from './stories/contacts'
import { LIFE_STORIES } from './stories/lives'
import { OFFER_STORIES } from './stories/offers'
import { OTHER_FOLLOW_UP_STORIES } from './stories/other-follow-up'
import { OTHER_SUMMARY_STORIES } from './stories/other-summaries'
import { OTHER_TEAM_STORIES } from './stories/other-teams'
import { PLAN_STORIES } from './stories/plans'
import { REFERRAL_STORIES } from './stories/referrals'
import { REVIEW_STORIES } from './stories/reviews'
import { UROLOGY_FOLLOW_UP_STORIES } from './stories/urology-follow-up'

/** Everybody who is named, in the order of the README. */
export const STORIES: readonly Story[] = [
  ...LIFE_STORIES,
  ...OFFER_STORIES,
  ...ASSESSMENT_STORIES,
  ...PLAN_STORIES,
  ...ACTION_STORIES,
  ...OTHER_TEAM_STORIES,
  ...REFERRAL_STORIES,
  ...BREAST_SUMMARY_STORIES,
  ...OTHER_SUMMARY_STORIES,
  ...REVIEW_STORIES,
  ...CONTACT_STORIES,
  ...UROLOGY_FOLLOW_UP_STORIES,
  ...OTHER_FOLLOW_UP_STORIES,
]
