import type { Block, LetterDocument } from '@/lib/documents/document'

/** When the PDFs of the tests are made. */
export const CREATED_AT = new Date('2026-11-21T10:00:00Z')

/** A letter about nobody in particular, with these blocks. */
export function aLetter(blocks: readonly Block[], said: Partial<LetterDocument> = {}): LetterDocument {
  return {
    title: 'Treatment summary for Siân Evans',
    language: 'en-GB',
    subject: 'End of treatment',
    organisation: 'Example Hospital',
    identifiers: ['EVANS, Siân · Born 3 Feb 1961', 'NHS number 999 000 0018'],
    blocks,
    ...said,
  }
}

/** A treatment summary as a practice gets it, of about four pages. */
export const treatmentSummary = aLetter([
  { kind: 'heading', level: 1, words: 'Treatment summary' },
  {
    kind: 'facts',
    facts: [
      { name: 'Name', words: [{ strong: 'EVANS, Siân (Mrs)' }] },
      { name: 'Born', words: '3 February 1961 (65 years)' },
      { name: 'NHS number', words: '999 000 0018' },
      { name: 'Practice', words: 'Harbour Road Surgery, 12 Harbour Road, Exampletown' },
    ],
  },
  {
    kind: 'callout',
    look: 'warning',
    heading: { level: 2, words: 'What we ask of the practice' },
    blocks: [
      {
        kind: 'list',
        style: 'numbered',
        items: [
          [{ strong: 'Refer at once' }, ' if there is a new lump, or swelling of the arm with pain.'],
          'Continue letrozole 2.5 mg once a day until 14 November 2031.',
          'Code the diagnosis and the treatments below.',
        ],
      },
    ],
  },
  {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 2, words: 'Diagnosis' },
      {
        kind: 'facts',
        facts: [
          { name: 'Cancer', words: 'Breast, left, upper outer quadrant (C50.4)' },
          { name: 'Stage', words: 'T2 N1 M0, grade 3, ER positive, HER2 negative; tumour ≥ 20 mm' },
          { name: 'Diagnosed on', words: '12 January 2026' },
        ],
      },
    ],
  },
  { kind: 'heading', level: 2, words: 'Treatments' },
  {
    kind: 'table',
    caption: 'Treatments in the order in which they were given',
    columns: [
      { heading: 'Treatment', share: 2 },
      { heading: 'From' },
      { heading: 'Until' },
      { heading: 'Outcome', share: 2 },
    ],
    firstCellIsHeading: true,
    rows: Array.from({ length: 34 }, (_, index) => [
      `Treatment ${index + 1}: radiotherapy to the breast`,
      '2 Mar 2026',
      '20 Mar 2026',
      index % 3 === 0
        ? 'Finished as planned, with some redness of the skin that went within four weeks'
        : 'Finished as planned',
    ]),
  },
  { kind: 'heading', level: 2, words: 'Possible consequences' },
  { kind: 'heading', level: 3, words: 'Within a year' },
  ...Array.from({ length: 12 }, (_, index): Block => ({
    kind: 'paragraph',
    words: [
      { strong: `${index + 1}. Tiredness and stiffness. ` },
      'Most people are tired for some months after radiotherapy. Gentle activity on most days helps more than rest does. ',
      'If tiredness stops somebody from doing ordinary things after six months, look for anaemia, an underactive thyroid, ',
      'low mood and poor sleep, and ask the support worker about the fatigue group.',
    ],
  })),
  {
    kind: 'callout',
    look: 'note',
    heading: { level: 2, words: 'Whom to call' },
    blocks: [
      { kind: 'paragraph', words: 'Breast care nurses, 01632 960123, Monday to Friday, 8:30am to 5pm.' },
    ],
  },
])
