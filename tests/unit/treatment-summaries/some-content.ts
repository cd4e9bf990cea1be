/** The least that a content file may hold: one entry in each list, all about breast cancer and hormone therapy. */
const about = { tumourGroups: ['breast'], modalities: ['03'] }
const grounds = { source: { name: 'NICE NG101', year: 2018 }, confidence: 'high' }

export const consequence = {
  code: 'hot_flushes',
  ...about,
  when: 'now',
  title: 'Hot flushes',
  whatItIs: 'You may feel hot.',
  whatYouCanDo: 'Keep a fan near.',
  forPractice: 'Offer CBT.',
  ...grounds,
}

export const alertSymptom = {
  code: 'new_lump',
  ...about,
  order: 1,
  urgency: 'within_days',
  title: 'A new lump',
  forPerson: 'Call your team.',
  forPractice: 'Refer.',
  ...grounds,
}

export const practiceRequest = {
  code: 'bone_density',
  ...about,
  title: 'Bone density',
  detail: 'Baseline scan.',
  dueMonths: 3,
  snomedCode: '312681000',
  ...grounds,
}

export const codeToFile = {
  code: 'breast_cancer',
  ...about,
  sites: ['C50'],
  title: 'Breast cancer',
  snomedCode: '254837009',
  note: '',
}

export const someContent = {
  name: 'treatment-summary-content',
  version: '2027-01',
  approval: 'For local clinical approval.',
  drugFamilies: [
    { code: 'tamoxifen', modality: '03', names: ['tamoxifen'] },
    { code: 'aromatase_inhibitor', modality: '03', names: ['letrozole', 'anastrozole'] },
  ],
  consequences: [consequence],
  alertSymptoms: [alertSymptom],
  practiceRequests: [practiceRequest],
  codesToFile: [codeToFile],
}
