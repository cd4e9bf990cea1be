import { PERFORMANCE_STATUSES } from '@/lib/nhs/code-lists/performance-status'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'

import {
  choice,
  date,
  line,
  section,
  text,
  YES_OR_NO,
  type Option,
  type SectionDeclaration,
} from './section-declaration'

const options = (list: { codes: readonly string[]; label(code: string): string }): Option[] =>
  list.codes.map((code) => ({ value: code, label: list.label(code) }))

const METASTASES: readonly Option[] = [
  { value: 'none', label: 'None known' },
  { value: 'local', label: 'Local or regional' },
  { value: 'distant', label: 'Distant' },
  { value: 'not_known', label: 'Not known' },
]

/** When a consequence of treatment may show, earliest first. */
const CONSEQUENCE_TIME_OPTIONS: readonly Option[] = [
  { value: 'now', label: 'Now' },
  { value: 'within_a_year', label: 'Within a year' },
  { value: 'late', label: 'Later, also after years' },
]

/** How soon somebody with an alert symptom must act, the most urgent first. */
const ALERT_URGENCY_OPTIONS: readonly Option[] = [
  { value: 'emergency', label: '999 or A&E at once' },
  { value: 'same_day', label: 'The same day' },
  { value: 'within_days', label: 'Within a few days' },
]

/** As many alert symptoms as the first page has room for. */
export const MOST_FIRST_ALERTS = 3

/** What the person had and has, and what to look for. */
export const CLINICAL_SECTIONS = {
  who: section('Who', {
    practice: line('GP practice'),
    consultant: line('Consultant', { missing: 'Enter the consultant in charge' }),
    keyWorker: line('Key worker'),
    keyWorkerTelephone: line('Telephone of the key worker'),
  }),
  diagnosis: section('Diagnosis', {
    name: line('Diagnosis', { missing: 'Enter the diagnosis' }),
    icd10Code: line('ICD-10 code'),
    diagnosedOn: date('Date of diagnosis', { missing: 'Enter the date of diagnosis' }),
    stage: line('Stage', {
      hint: 'In words or as TNM',
      missing: 'Enter the stage, or that it does not apply',
    }),
    grade: line('Grade'),
    markers: line('Markers', { hint: 'For example, ER positive, HER2 negative' }),
    metastases: choice('Metastases', METASTASES),
  }),
  treatment: {
    ...section('Treatment', {
      intent: choice('Intent of treatment', options(TREATMENT_INTENTS), {
        missing: 'Select the intent of treatment',
      }),
      response: text('Response to treatment', { missing: 'Enter what came of treatment' }),
      continuing: line('Treatment that goes on', { hint: 'And until when: “Letrozole until January 2032”' }),
      performanceStatus: choice('Performance status', options(PERFORMANCE_STATUSES)),
    }),
    rows: {
      one: 'Treatment',
      of: 'what',
      missing: 'Enter at least one treatment',
      fields: {
        what: line('What was done'),
        startedOn: date('Started'),
        endedOn: date('Ended'),
        note: text('More about it'),
      },
    },
  },
  consequences: {
    ...section('Possible consequences', {}),
    rows: {
      one: 'Consequence',
      of: 'what',
      missing: 'Enter what the person may notice after treatment',
      fields: {
        what: line('Consequence'),
        when: choice('When', CONSEQUENCE_TIME_OPTIONS),
        forPerson: text('What it is, in words for the person'),
        whatToDo: text('What they can do, in words for the person'),
        forPractice: text('In words for the practice'),
      },
    },
  },
  alerts: {
    ...section('Alert symptoms', {}),
    rows: {
      one: 'Alert symptom',
      of: 'what',
      missing: 'Enter the symptoms to call the hospital team about',
      fields: {
        what: line('Symptom'),
        urgency: choice('How soon to act', ALERT_URGENCY_OPTIONS),
        isFirst: choice('On the first page', YES_OR_NO.slice(0, 2), { hint: 'Up to three are' }),
        forPerson: text('In words for the person'),
        forPractice: text('In words for the practice'),
      },
    },
  },
} as const satisfies Readonly<Record<string, SectionDeclaration>>
