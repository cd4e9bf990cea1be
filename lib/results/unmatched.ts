import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** Why something that a message says was left for a person: stored with it, so never renamed. */
export const UNMATCHED_WORDS = {
  no_nhs_number: 'It gives no NHS number that can be used',
  no_such_person: 'Nobody with this NHS number is in the care of your organisation',
  differs_in_birth_date: 'The date of birth is another than that of the person with this NHS number',
  differs_in_name: 'The name is another than that of the person with this NHS number',
  unknown_analyte: 'It is not known here what was tested',
  missing_unit: 'The number has no unit',
  unknown_unit: 'The unit is none that this is measured in here',
  not_a_number: 'There are words, or more than one number, where a number belongs',
  several_values: 'The order gives more than one value of this: say which is right, and set the others aside',
  missing_value: 'There is no value',
  report_in_words: 'It is a report in words: somebody has to say what it comes to',
  no_sample_date: 'It does not say when the sample was taken',
  future_date: 'The sample is dated in the future',
  unknown_status: 'It is not said whether the result is final',
  nothing_to_correct: 'It takes back a result that never came here',
  part_not_readable:
    'Demographics: something in them cannot be read. Put the record right by hand, then set this aside',
  practice_unknown: 'Demographics: the practice that they name is not known here',
  practice_taken_away:
    'Demographics: they take the practice away. Nobody is left without one on a message: ask the person',
  practice_differs:
    'Demographics: they name another practice than the record. Change it there if it is right, then set this aside',
  death_doubted: 'Demographics: they say that the person has died, and the day does not fit what is recorded',
  death_taken_back: 'Demographics: they say that the person lives, and a death is recorded',
  numbers_of_two_records:
    'Two records are said to be one person. Both are kept here: say which of them is right',
  number_gave_way: 'The number of the person gave way to one that is not known here',
} as const

/** Whether a message, by its type (HL7 MSH-9: `ADT^A08`), says who somebody is and holds no result. */
export function isAboutDemographics(messageType: string): boolean {
  return messageType.startsWith('ADT^')
}

export type UnmatchedReason = keyof typeof UNMATCHED_WORDS

/** What a message says of one result, as it was read, for whoever settles it. */
export type UnmatchedContent = {
  person: { nhsNumber: string | null; familyName: string; givenName: string; bornOn: CalendarDate | null }
  code: string
  name: string
  value: string
  unit: string
  referenceRange: string
  status: string
  sampledOn: CalendarDate | null
  reportedAt: string | null
  orderNumber: string
  text: string | null
  /** What the laboratory wrote beside it. */
  notes?: string | null
  /** Of a file: its row, counted from 1 at the headings, and the cells as they came, one a line. */
  row?: number
  sent?: string
}
