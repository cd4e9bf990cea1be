import type { Portrait } from './portrait'

/**
 * What a named person's record must say, and what is open for them: kind, days from today, owner, and team if not their
 * own, in any order. `summaries` left out: none.
 */
export type ExpectedPerson = Portrait & {
  name: string
  open: string[]
  summaries?: string[]
  followUp?: string[]
}

/** Those whom a hospital team referred to the community. */
export const REFERRED_PEOPLE: readonly ExpectedPerson[] = [
  {
    name: 'Norman Ashe',
    offers: 'accepted -8; declined -70',
    assessments: '',
    plan: '',
    open: ['record_assessment 6 Femi ZC201-THERAPIES'],
  },
  {
    name: 'Ruby Castell',
    offers: 'accepted -80',
    assessments: '-72 in_person: 1 concern, top: tingling and numbness 6',
    plan: 'agreed, seen, person open',
    open: [
      'receive_referral -5 ZC201-THERAPIES',
      'complete_action 5 ZC201-THERAPIES',
      'review_care_plan 10 ZC201-THERAPIES',
    ],
  },
]
