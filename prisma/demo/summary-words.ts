import type { SectionName } from '@/lib/treatment-summaries/sections'

type Values = Readonly<Record<string, string>>

/** Something added to a section; `inDays`: its date, counted from the day of writing. */
type Added = { values: Values; inDays?: number }

/** What whoever writes a section of a summary does to what the record and the reference content put there. */
export type SectionWords = {
  fields?: Values
  /** Codes of the reference content that do not fit this person. */
  leavesOut?: readonly string[]
  /** The requests that are made, by code, and in how many days they are to be done. The others are left out. */
  asks?: Readonly<Record<string, number>>
  adds?: readonly Added[]
}

/** By section, in the order of writing. */
export type SummaryWords = Partial<Record<SectionName, SectionWords>>

const CONTACTS: SectionWords = {
  fields: {
    outOfHours: 'Cancer advice line of the hospital, at any hour, 01632 960180',
    acuteOncology: 'Acute oncology nurse, 01632 960181',
  },
}
const ADMINISTRATION: SectionWords = {
  fields: {
    prescriptionExemption: 'yes',
    supportiveRegister: 'no',
    driving: 'Back to driving. Told to say on travel insurance what treatment there was.',
  },
}

/** After surgery and radiotherapy of the breast, with hormone treatment that goes on. */
export const BREAST_WORDS: SummaryWords = {
  diagnosis: { fields: { grade: 'Grade 2', markers: 'ER positive, HER2 negative', metastases: 'none' } },
  treatment: {
    fields: {
      intent: '01',
      response:
        'All of the cancer was removed, with clear margins. No sign of it at the end of radiotherapy.',
      continuing: 'Letrozole 2.5 mg a day, for five years',
      performanceStatus: '1',
    },
  },
  consequences: { leavesOut: ['breast_vaginal_dryness'] },
  contacts: CONTACTS,
  plan: {
    fields: {
      pathway:
        'Supported self-management: no routine clinic visits. She calls the team when something worries her.',
      reviewedBy: 'Breast cancer nurse specialist, when asked',
    },
    adds: [{ values: { what: 'Mammogram', by: 'The hospital, every year for five years' }, inDays: 250 }],
  },
  requests: {
    asks: { code_diagnosis_and_treatment: 28, breast_endocrine_prescribing: 28, breast_bone_density: 84 },
  },
  referrals: { adds: [{ values: { what: 'Physiotherapy, for the stiff shoulder' }, inDays: -20 }] },
  information: {
    fields: {
      told: 'That treatment has ended and the cancer was removed, what the hormone tablets are for, and what to look for.',
      understanding: 'Knows that it can come back, and that most people stay well.',
      given: 'Information about letrozole, moving on after breast cancer, and the wellbeing day.',
    },
  },
  lifestyle: {
    fields: {
      smoking: 'Never smoked',
      alcohol: 'A glass of wine at weekends',
      activity: 'Walks half an hour on most days',
      work: 'Back at work three days a week',
    },
  },
  administration: ADMINISTRATION,
  codes: { leavesOut: ['lymphoedema'] },
}

/** After radiotherapy of the prostate, with hormone injections that go on. */
export const PROSTATE_WORDS: SummaryWords = {
  diagnosis: {
    fields: { grade: 'Grade group 2 (Gleason 3 + 4)', markers: 'PSA 11.2 at diagnosis', metastases: 'none' },
  },
  treatment: {
    fields: {
      intent: '01',
      response: 'PSA 0.3 at the end of radiotherapy.',
      continuing: 'Leuprorelin injections every three months, for eighteen months more',
      performanceStatus: '0',
    },
  },
  contacts: CONTACTS,
  plan: {
    fields: {
      pathway:
        'The hospital sees him at six months. After that the practice checks the PSA and he calls the team.',
      reviewedBy: 'Urology cancer nurse specialist',
    },
    adds: [{ values: { what: 'PSA before the visit', by: 'The hospital' }, inDays: 160 }],
  },
  requests: {
    asks: { code_diagnosis_and_treatment: 28, prostate_injections: 28, prostate_psa: 180 },
  },
  information: {
    fields: {
      told: 'That radiotherapy has ended, what the injections do and for how long, and how the PSA is followed.',
      understanding: 'Expects the PSA to stay low while the injections last.',
      given:
        'Information about hormone treatment, bladder and bowel after radiotherapy, and the men’s group.',
    },
  },
  lifestyle: {
    fields: {
      smoking: 'Stopped ten years ago',
      alcohol: 'Two pints a week',
      weight: '88 kg',
      activity: 'Bowls, and a walk every day',
    },
  },
  administration: ADMINISTRATION,
  codes: { leavesOut: ['lymphoedema'] },
}

/** After surgery of the bowel and chemotherapy. */
export const COLON_WORDS: SummaryWords = {
  diagnosis: { fields: { grade: 'Grade 2', markers: 'Mismatch repair proficient', metastases: 'none' } },
  treatment: {
    fields: {
      intent: '01',
      response: 'All of the cancer was removed. Nothing to be seen on the scan after chemotherapy.',
      performanceStatus: '1',
    },
  },
  consequences: { leavesOut: ['colorectal_stoma_care', 'fertility_periods'] },
  contacts: CONTACTS,
  plan: {
    fields: {
      pathway: 'CEA every six months, a scan at one and three years, and a colonoscopy at one year.',
      reviewedBy: 'Colorectal cancer nurse specialist, by telephone',
    },
    adds: [
      { values: { what: 'CEA', by: 'The hospital' }, inDays: 150 },
      { values: { what: 'Scan of chest, abdomen and pelvis', by: 'The hospital' }, inDays: 300 },
      { values: { what: 'Colonoscopy', by: 'The hospital' }, inDays: 320 },
    ],
  },
  requests: {
    asks: { code_diagnosis_and_treatment: 28, medication_review: 28, vaccinations_after_drug_treatment: 60 },
  },
  information: {
    fields: {
      told: 'That treatment has ended, that the tingling can last for months, and which tests are to come.',
      given: 'Information about bowels after surgery, and about numb hands and feet.',
    },
  },
  lifestyle: { fields: { smoking: 'Never smoked', activity: 'Allotment', work: 'Retired' } },
  administration: ADMINISTRATION,
}

/** After chemoradiotherapy and surgery of the rectum, with a stoma. */
export const RECTUM_WORDS: SummaryWords = {
  ...COLON_WORDS,
  consequences: {
    leavesOut: ['colorectal_early_menopause', 'fertility_periods', 'hair_growing_back'],
  },
  requests: {
    asks: { colorectal_stoma_supplies: 7, code_diagnosis_and_treatment: 28, tobacco_alcohol_activity: 60 },
  },
  referrals: { adds: [{ values: { what: 'Stoma nurse, for the yearly review' }, inDays: -30 }] },
  information: {
    fields: {
      told: 'That treatment has ended and all of the cancer was removed, and that the stoma is to stay.',
      given: 'Information about living with a stoma, and the number of the stoma nurse.',
    },
  },
}

/** After part of a kidney was removed. */
export const KIDNEY_WORDS: SummaryWords = {
  diagnosis: { fields: { grade: 'Grade 2', markers: 'Clear cell', metastases: 'none' } },
  treatment: {
    fields: { intent: '01', response: 'Removed with clear margins.', performanceStatus: '0' },
  },
  consequences: { leavesOut: ['swelling_after_lymph_nodes'] },
  contacts: CONTACTS,
  plan: {
    fields: {
      pathway: 'A scan at six months, then every year for five years.',
      reviewedBy: 'Urology cancer nurse specialist',
    },
    adds: [{ values: { what: 'Scan of chest and abdomen', by: 'The hospital' }, inDays: 120 }],
  },
  requests: {
    asks: { code_diagnosis_and_treatment: 28 },
    adds: [
      {
        values: {
          what: 'Check kidney function and blood pressure',
          detail: 'Once now and then every year: there is one whole kidney and part of the other.',
        },
        inDays: 42,
      },
    ],
  },
  information: { fields: { told: 'That the tumour was removed and that nothing else was found.' } },
  lifestyle: { fields: { smoking: 'Ten a day, would like to stop', activity: 'Cycles to work' } },
  administration: ADMINISTRATION,
  codes: { leavesOut: ['lymphoedema'] },
}
