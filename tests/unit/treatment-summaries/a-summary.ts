import { draftFromRecord, type RecordFacts } from '@/lib/treatment-summaries/draft-from-record'
import type { OfferedContent } from '@/lib/treatment-summaries/offer-content'
import type { DraftContent } from '@/lib/treatment-summaries/draft-content'
import { frozenSummaryOf, type FrozenSummary } from '@/lib/treatment-summaries/frozen-summary'

/** What a full record knows. */
export const FACTS: RecordFacts = {
  phaseEndedOn: '2026-03-31',
  practice: 'Mill Surgery',
  team: { name: 'Breast team', telephone: '01632 960 123' },
  consultant: 'Dr Bina Rao',
  keyWorker: { name: 'Beryl Jones', telephone: '01632 960 124' },
  carer: 'Jan Smith (husband)',
  diagnosis: {
    icd10Code: 'C50.9',
    tumourGroup: 'breast',
    laterality: 'L',
    diagnosedOn: '2026-01-05',
    stageInWords: 'Stage IIA',
  },
  treatments: [
    {
      id: 'a',
      modality: '01',
      intent: '01',
      startedOn: '2026-02-01',
      endedOn: '2026-02-03',
      note: null,
    },
    {
      id: 'b',
      modality: '05',
      intent: null,
      startedOn: '2026-03-01',
      endedOn: '2026-03-31',
      note: '15 fractions',
    },
  ],
  assessedOn: '2026-02-10',
  planAgreedOn: null,
}

const source = { name: 'A guideline', year: 2024 }

export const OFFERED: OfferedContent = {
  consequences: {
    now: [
      {
        code: 'tired',
        title: 'Feeling tired',
        source,
        whatItIs: 'You may feel tired.',
        whatYouCanDo: 'Walk a little each day.',
        forPractice: 'Check for anaemia.',
      },
    ],
    within_a_year: [],
    late: [],
  },
  alertSymptoms: ['lump', 'bone_pain', 'breathless', 'headache'].map((code) => ({
    code,
    title: `Symptom ${code}`,
    source,
    urgency: 'same_day',
    forPerson: `You have ${code}.`,
    forPractice: 'Refer.',
  })),
  practiceRequests: [
    { code: 'bone', title: 'Bone density', source, detail: 'DXA', dueMonths: 3, snomedCode: null },
    { code: 'code', title: 'File the codes', source, detail: 'All', dueMonths: null, snomedCode: null },
  ],
  codesToFile: [
    { code: 'breast_cancer', title: 'Breast cancer', snomedCode: '254837009', note: '' },
    { code: 'lymphoedema', title: 'Lymphoedema', snomedCode: '234097001', note: 'If present' },
  ],
}

/** A draft in which nothing is missing. */
export function completeContent(): DraftContent {
  const content = draftFromRecord(FACTS, OFFERED)
  const { treatment, contacts, plan, information, administration } = content.sections
  treatment.fields.response = { value: 'No cancer was left', fromRecord: false }
  contacts.fields.outOfHours = { value: 'Advice line, 01632 960 125', fromRecord: false }
  plan.fields.pathway = { value: 'A mammogram every year', fromRecord: false }
  information.fields.told = { value: 'That treatment went well', fromRecord: false }
  administration.fields.prescriptionExemption = { value: 'yes', fromRecord: false }
  return content
}

export function frozen(content: DraftContent = completeContent()): FrozenSummary {
  const frame = {
    person: {
      givenName: 'Zoë',
      familyName: 'Smith',
      preferredName: null,
      nhsNumber: '9990000018',
      bornOn: '1961-02-03',
    },
    team: { name: 'Breast team', organisation: 'A trust', telephone: '01632 960 123' },
    phase: 'Surgery and external beam radiotherapy',
    phaseEndedOn: '2026-03-31',
  }
  return frozenSummaryOf(frame, content, { on: '2026-04-20', by: 'Bina Rao' })
}
