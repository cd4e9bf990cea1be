import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import type { ExpectedPerson } from './expected-referrals'

/** Working days in which a practice answers, and the team looks whether it did: the standard of every demo team. */
const ANSWERED_IN = 10
const NOTICED_IN = 11

/** How many days from today the so many-th working day after that day is, counted one day at a time. */
function workingDaysAfter(daysAgo: number, count: number): number {
  const holidays = new Set(england.events.map(({ date }) => date))
  let [day, left] = [-daysAgo, count]
  while (left > 0) {
    day++
    const on = addDays(today(), day)
    const isWeekend = [0, 6].includes(new Date(`${on}T12:00:00Z`).getUTCDay())
    if (!isWeekend && !holidays.has(on)) left--
  }
  return day
}

/** What is open while a practice that was asked so many days ago has not answered. */
function waiting(askedDaysAgo: number, practice: string): string[] {
  return [
    `answer_summary_request ${workingDaysAfter(askedDaysAgo, ANSWERED_IN)} ${practice}`,
    `await_practice_answer ${workingDaysAfter(askedDaysAgo, NOTICED_IN)}`,
  ]
}

const REVIEWED_PLAN = 'reviewed, seen, person done, person done'

function assessedTwice(end: number, diagnosed: number, top: string) {
  return {
    offers: `accepted -${end}; accepted -${diagnosed}`,
    assessments: `-${end - 1} in_person: No concerns; -${diagnosed - 3} in_person: 2 concerns, top: ${top}`,
  }
}

function assessedAtTheEnd(end: number, diagnosed: number) {
  return {
    offers: `accepted -${end}; declined -${diagnosed}`,
    assessments: `-${end - 1} in_person: No concerns`,
  }
}

/** Those whose treatment is summed up. */
export const SUMMED_UP_PEOPLE: readonly ExpectedPerson[] = [
  {
    name: 'Gillian Peacock',
    ...assessedTwice(23, 193, 'anxiety and worry 7'),
    plan: REVIEWED_PLAN,
    summaries: ['ended -25; draft'],
    open: ['prepare_treatment_summary 17'],
  },
  {
    name: 'Yvonne Tilbury',
    ...assessedTwice(73, 263, 'anxiety and worry 7'),
    plan: REVIEWED_PLAN,
    summaries: [
      'ended -75; version 1 by Beryl Jones -45, in_service to Mill Lane Surgery seen; code_diagnosis_and_treatment done; breast_endocrine_prescribing done; breast_bone_density done',
    ],
    open: ['decide_follow_up -3'],
  },
  {
    name: 'Josephine Kemble',
    ...assessedTwice(46, 213, 'anxiety and worry 7'),
    plan: REVIEWED_PLAN,
    summaries: [
      'ended -48; version 1 by Beryl Jones -16, in_service to Mill Lane Surgery seen; code_diagnosis_and_treatment done; breast_endocrine_prescribing accepted; breast_bone_density declined',
    ],
    open: ['decide_follow_up 26', 'settle_declined_request 3', 'complete_summary_request 9 Z90001'],
  },
  {
    name: 'Beatrix Lomas',
    ...assessedTwice(64, 243, 'anxiety and worry 7'),
    plan: REVIEWED_PLAN,
    summaries: [
      'ended -66; version 2 by Beryl Jones -3 with 4 changes, in_service to Harbour Medical Centre; version 1 by Beryl Jones -34, in_service to Harbour Medical Centre seen; code_diagnosis_and_treatment done; breast_endocrine_prescribing done; breast_bone_density withdrawn; own asked',
    ],
    open: ['decide_follow_up 8', 'read_treatment_summary 4 Z90002', ...waiting(3, 'Z90002')],
  },
  {
    name: 'Clive Hartnell',
    ...assessedTwice(28, 233, 'bladder and urinary problems 6'),
    plan: REVIEWED_PLAN,
    summaries: [
      'ended -30; version 1 by Olu Adeyemi -2, in_service to Mill Lane Surgery; code_diagnosis_and_treatment asked; prostate_injections asked; prostate_psa asked',
    ],
    open: [
      'decide_follow_up 40',
      'read_treatment_summary 5 Z90001',
      ...[1, 2, 3].flatMap(() => waiting(2, 'Z90001')),
    ],
  },
  {
    name: 'Leonard Fosdyke',
    ...assessedTwice(66, 273, 'bladder and urinary problems 6'),
    plan: REVIEWED_PLAN,
    summaries: [
      'ended -68; version 1 by Olu Adeyemi -30, in_service to Mill Lane Surgery; code_diagnosis_and_treatment asked; prostate_injections asked; prostate_psa asked',
    ],
    open: [
      'decide_follow_up 12',
      'read_treatment_summary -23 Z90001',
      ...[1, 2, 3].flatMap(() => waiting(30, 'Z90001')),
    ],
  },
  {
    name: 'Duncan Sedgley',
    ...assessedAtTheEnd(58, 113),
    plan: '',
    summaries: ['ended -60; version 1 by Olu Adeyemi -12, post to person'],
    open: ['decide_follow_up 30', 'send_treatment_summary -5'],
  },
  {
    name: 'Edwin Marlow',
    ...assessedAtTheEnd(60, 293),
    plan: '',
    summaries: [
      'ended -62; version 1 by Hannah Clarke -20, in_service to Harbour Medical Centre seen; code_diagnosis_and_treatment done; medication_review accepted; vaccinations_after_drug_treatment accepted',
    ],
    open: ['decide_follow_up 22', 'complete_summary_request 4 Z90002', 'complete_summary_request 36 Z90002'],
  },
  {
    name: 'Tobias Wren',
    ...assessedAtTheEnd(45, 253),
    plan: '',
    summaries: ['ended -47; version 1 by Hannah Clarke -9'],
    open: ['decide_follow_up 33', 'find_practice -6', 'send_treatment_summary -2'],
  },
  {
    name: 'Lorna Bickerstaff',
    ...assessedAtTheEnd(141, 303),
    plan: '',
    summaries: [
      'ended -143; version 1 by Hannah Clarke -102, in_service to Harbour Medical Centre, in_service to Mill Lane Surgery seen; code_diagnosis_and_treatment done; colorectal_stoma_supplies done; tobacco_alcohol_activity asked',
    ],
    open: ['decide_follow_up -60', 'read_treatment_summary -1 Z90002', ...waiting(8, 'Z90002')],
  },
  {
    name: 'Marian Copley',
    ...assessedAtTheEnd(56, 223),
    plan: '',
    summaries: [
      'ended -58; version 1 by Tomasz Nowak -21, post to Bay View Surgery, Isle of Man, post to person',
    ],
    open: ['decide_follow_up 21', 'find_practice -16'],
  },
]
