/** What in an accepted message could not be read, or says less than it should. Nothing is guessed in its place. */
export const PROBLEM_WORDS = {
  nhs_number_faulty: 'An identifier said to be an NHS number is none',
  nhs_numbers_differ: 'The message carries two different NHS numbers',
  birth_date_not_readable: 'The date of birth cannot be read',
  death_time_not_readable: 'The date of death cannot be read',
  death_indicator_not_known: 'Whether the person has died cannot be read',
  sex_not_known: 'The code for sex is not one of HL7',
  specimen_time_not_readable: 'The time of the specimen cannot be read',
  received_time_not_readable: 'The time when the specimen arrived cannot be read',
  reported_time_not_readable: 'The time of the report cannot be read',
  observed_time_not_readable: 'The time of the observation cannot be read',
  report_status_not_known: 'The status of the report is missing or not known',
  status_not_known: 'The status of the result is missing or not known',
  code_missing: 'The result does not say what was tested',
  value_missing: 'The result is said to be final and has no value',
  value_type_not_known: 'The result is of a kind that is not read here',
  not_a_number: 'The result is said to be a number and is not',
  several_values: 'The result holds more than one number',
  unit_missing: 'The result is a number without a unit',
  document_not_readable: 'The enclosed document is damaged or not encoded as said',
  other_character_set: 'Part of the text is in another character set',
} as const

export type MessageProblem = keyof typeof PROBLEM_WORDS
