import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNamePlain } from '@/lib/nhs/person-name'
import {
  identityFacts,
  joined,
  sectionWith,
  sheetOf,
  versionLine,
  type DocumentSection,
  type Fact,
  type Sheet,
  type SignedSummary,
} from './document-view'
import type { Item, SummarySections } from './draft-content'
import type { FrozenSummary } from './frozen-summary'
import { dailyLife, spoken, whatNext, whoToCall } from './person-sections'

/** A summary as the person gets it, in plain words. */
export type PersonView = Sheet & {
  title: string
  versionLine: string
  identity: Fact[]
  changes: string[]
  sections: DocumentSection[]
}

/** What treatment was for, by COSD treatment intent, in plain words; of the others nothing is said. */
const AIMS: Readonly<Record<string, string>> = {
  '01': 'to cure the cancer',
  '02': 'to help with the problems that the cancer causes',
  '03': 'to slow the cancer down',
}

const HOW_SOON: readonly { urgency: string; heading: string }[] = [
  { urgency: 'emergency', heading: 'Call 999 or go to A&E now if you have' },
  { urgency: 'same_day', heading: 'Call us the same day if you have' },
  { urgency: 'within_days', heading: 'Call us in the next few days if you have' },
]

const WHEN: readonly { when: string; heading: string }[] = [
  { when: 'now', heading: 'What you may notice now' },
  { when: 'within_a_year', heading: 'What you may notice in the first year' },
  { when: 'late', heading: 'What you may notice later on' },
]

/** Lines about what is between the team and the practice alone. */
const NOT_FOR_THE_PERSON = [
  'What they understand of what lies ahead:',
  'supportive care register',
  'Special rules form (SR1) sent:',
  'In words for the practice:',
  'Codes to file:',
]

/** The person's copy, from a signed version alone: what they had, what to look for, whom to call, what happens next. */
export function personView(signed: SignedSummary): PersonView {
  const { content, changes } = signed
  return {
    ...sheetOf(signed),
    title: `Your treatment summary, ${formatNamePlain(content.person)}`,
    versionLine: versionLine(signed),
    identity: identityFacts(content),
    changes: changes.filter((line) => !NOT_FOR_THE_PERSON.some((start) => line.includes(start))),
    sections: [
      ...whatYouHad(content),
      ...HOW_SOON.flatMap(({ urgency, heading }) => alertsOf(content.sections, urgency, heading)),
      ...whoToCall(content),
      ...WHEN.flatMap(({ when, heading }) => effectsOf(content.sections, when, heading)),
      ...whatNext(content.sections),
      ...dailyLife(content.sections),
    ],
  }
}

function whatYouHad({ sections }: FrozenSummary): DocumentSection[] {
  const { diagnosis, treatment, information } = sections
  const aim = AIMS[treatment.fields.intent.value ?? '']
  return [
    ...sectionWith('What you had', [
      { kind: 'paragraph', text: `Your diagnosis: ${diagnosis.fields.name.value ?? ''}` },
      { kind: 'list', items: treatment.items.map(treatmentWords) },
      { kind: 'paragraph', text: aim ? `Your treatment was ${aim}.` : '' },
      { kind: 'paragraph', text: treatment.fields.response.value ?? '' },
      ...spoken('Treatment that goes on', treatment.fields.continuing.value),
    ]),
    ...sectionWith('What we told you', [
      { kind: 'paragraph', text: information.fields.told.value ?? '' },
      ...spoken('What we gave you', information.fields.given.value),
    ]),
  ]
}

function treatmentWords({ values: { what, startedOn, endedOn } }: Item<'treatment'>): string {
  const from = startedOn && formatDateForPatient(startedOn)
  const to = endedOn && endedOn !== startedOn ? formatDateForPatient(endedOn) : null
  return joined([what, joined([from, to], ' to ')], ': ') ?? ''
}

function alertsOf({ alerts }: SummarySections, urgency: string, heading: string): DocumentSection[] {
  const items = alerts.items.filter(({ values }) => (values.urgency ?? 'same_day') === urgency)
  const said = items.map(({ values }) => joined([values.what, values.forPerson], '. ') ?? '')
  const sections = sectionWith(heading, [{ kind: 'list', items: said }])
  return urgency === 'emergency' ? sections.map((section) => ({ ...section, isUrgent: true })) : sections
}

function effectsOf({ consequences }: SummarySections, when: string, heading: string): DocumentSection[] {
  const items = consequences.items.filter(({ values }) => (values.when ?? 'now') === when)
  return sectionWith(heading, [
    {
      kind: 'facts',
      facts: items.map(({ values }) => ({
        label: values.what ?? '',
        value: joined([values.forPerson, values.whatToDo], '\n') ?? 'Ask your team about it.',
      })),
    },
  ])
}
