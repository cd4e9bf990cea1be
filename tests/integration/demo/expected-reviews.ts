import type { ExpectedPerson } from './expected-referrals'

/** Those whom a practice asked to a cancer care review. What of it is owed is told by `expected-ledger.ts`. */
export const REVIEWED_PEOPLE: readonly ExpectedPerson[] = [
  {
    name: 'Hilda Marchmont',
    offers: 'declined -40',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Iris Coverdale',
    offers: 'declined -55',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Mabel Thornbury',
    offers: 'declined -60',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Stella Ravensworth',
    offers: 'declined -45',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Connie Applegarth',
    offers: 'declined -60',
    assessments: '',
    plan: '',
    open: ['answer_review_action 4', 'complete_review_action 11 Z90001', 'complete_review_action 20 Z90001'],
  },
  {
    name: 'Ada Brockway',
    offers: 'declined -105',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Rex Hathersage',
    offers: 'declined -70',
    assessments: '',
    plan: '',
    open: [],
  },
  {
    name: 'Gordon Penfold',
    offers: 'declined -300',
    assessments: '',
    plan: '',
    open: [],
  },
]
