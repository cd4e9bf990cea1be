import type { ExpectedPerson } from './expected-referrals'

/** People who got in touch, in the order of their stories. */
export const PEOPLE_WHO_GOT_IN_TOUCH: readonly ExpectedPerson[] = [
  {
    name: 'Nerys Talbot',
    offers: 'declined -40',
    assessments: '',
    plan: '',
    open: ['answer_contact -1 Beryl'],
  },
  {
    name: 'Elsie Winslade',
    offers: 'declined -41',
    assessments: '',
    plan: '',
    open: ['see_after_contact 5'],
  },
  {
    name: 'Mabel Sugden',
    offers: 'declined -39',
    assessments: '',
    plan: '',
    open: [],
  },
]
