import type { ExpectedPerson } from './expected-referrals'

type Expected = Pick<ExpectedPerson, 'name' | 'offers' | 'open'> & { followUp: string }

const SELF = 'supported_self_management'

/** In the order of their stories; tasks about tests without their days, which depend on how long months are. */
const FOLLOWED_UP: readonly Expected[] = [
  {
    name: 'Bernard Ashcombe',
    offers: 'declined -1135; declined -1163',
    followUp: `${SELF} live; next PSA`,
    open: ['request_surveillance_test'],
  },
  {
    name: 'Trevor Millican',
    offers: 'declined -722; declined -750',
    followUp: `${SELF} live; PSA resulted; next PSA`,
    open: ['request_surveillance_test', 'review_result'],
  },
  {
    name: 'Geoffrey Latham',
    offers: 'declined -424; declined -452',
    followUp: `${SELF} live; PSA overdue; next PSA`,
    open: ['find_missed_test', 'request_surveillance_test'],
  },
  {
    name: 'Ivor Penrose',
    offers: 'declined -556; declined -612',
    followUp: `${SELF} live; PSA done; next PSA`,
    open: ['chase_test_result', 'request_surveillance_test'],
  },
  {
    name: 'Stanley Hopcroft',
    offers: 'declined -369; declined -425',
    followUp: `${SELF} suspended; PSA reviewed`,
    open: ['review_suspended_pathway 10', 'tell_result'],
  },
  {
    name: 'Raymond Tindall',
    offers: 'declined -563',
    followUp: `${SELF} recalled; PSA reviewed; next Digital rectal examination`,
    open: ['request_surveillance_test', 'see_after_recall 8', 'tell_result'],
  },
  {
    name: 'Cecil Warburton',
    offers: 'declined -3682; declined -3710',
    followUp: `${SELF} ended`,
    open: [],
  },
  {
    name: 'Walter Dunstan',
    offers: 'declined -353; declined -381',
    followUp: `${SELF} live; PSA reviewed; next PSA`,
    open: ['post_letter -3', 'request_surveillance_test', 'tell_result'],
  },
  {
    name: 'Alfred Kerridge',
    offers: 'declined -370',
    followUp: 'nurse_led live; PSA requested; next PSA',
    open: ['find_missed_test', 'request_surveillance_test'],
  },
  {
    name: 'Neville Coates',
    offers: 'declined -1081; declined -1109',
    followUp: `${SELF} live; AFP, HCG and LDH resulted; next Chest X-ray`,
    open: ['post_letter -2', 'read_letter 5 Z90002', 'request_surveillance_test', 'review_result'],
  },
  {
    name: 'Moira Ellwood',
    offers: 'declined -539; declined -567',
    followUp: `${SELF} live; CEA reviewed; next CEA`,
    open: ['post_letter -2', 'request_surveillance_test', 'tell_result'],
  },
  {
    name: 'Philip Garnett',
    offers: 'declined -359; declined -387',
    followUp: `${SELF} live; Colonoscopy resulted; next CEA`,
    open: ['request_surveillance_test', 'review_result'],
  },
  {
    name: 'Edith Rowntree',
    offers: 'declined -750; declined -778',
    followUp: `${SELF} ended`,
    open: [],
  },
  {
    name: 'Sandra Whitlock',
    offers: 'declined -674; declined -702',
    followUp: `${SELF} live; Mammogram resulted; next Mammogram`,
    open: ['request_surveillance_test', 'review_result'],
  },
  {
    name: 'Doris Hallam',
    offers: 'declined -394; declined -422',
    followUp: `${SELF} live; next Mammogram`,
    open: ['answer_contact', 'escalate_contact', 'request_surveillance_test'],
  },
  {
    name: 'Jean Tremlett',
    offers: 'declined -389; declined -417',
    followUp: `${SELF} live; Mammogram overdue; next Mammogram`,
    open: ['find_missed_test', 'request_surveillance_test'],
  },
  {
    name: 'Helen Stroud',
    offers: 'declined -790; declined -818',
    followUp: `${SELF} ended`,
    open: [],
  },
]

const NOTHING = { assessments: '', plan: '' }

/** People on follow-up after treatment, and the one for whom it has only just been decided. */
export const FOLLOWED_UP_PEOPLE: readonly ExpectedPerson[] = [
  ...FOLLOWED_UP.map(({ followUp, ...person }) => ({ ...NOTHING, ...person, followUp: [followUp] })),
  {
    name: 'Vera Lonsdale',
    offers: 'accepted -88; declined -213',
    assessments: '-87 in_person: No concerns',
    plan: '',
    followUp: [`${SELF} live; next Mammogram`],
    summaries: [
      'ended -90; version 1 by Beryl Jones -35, in_service to Rosehill Health Centre, secure_email to Rosehill Health Centre; code_diagnosis_and_treatment asked; breast_endocrine_prescribing asked; breast_bone_density asked',
    ],
    open: [
      'read_treatment_summary -28 Z90004',
      'answer_summary_request Z90004',
      'answer_summary_request Z90004',
      'answer_summary_request Z90004',
      'await_practice_answer',
      'await_practice_answer',
      'await_practice_answer',
      'request_surveillance_test',
    ],
  },
]
