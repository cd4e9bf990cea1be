import { choice, date, line, section, text, YES_OR_NO, type SectionDeclaration } from './section-declaration'

/** Whom to call, who does what now, and what the person knows and needs. */
export const ONWARD_SECTIONS = {
  contacts: section('Contacts', {
    inHours: line('In working hours', {
      hint: 'Whom to call and the number',
      missing: 'Enter whom to call in working hours',
    }),
    outOfHours: line('At other times', { missing: 'Enter whom to call at other times' }),
    acuteOncology: line('Acute oncology line'),
  }),
  plan: {
    ...section('What the hospital will do', {
      pathway: text('Follow-up', { missing: 'Enter how the person is followed up' }),
      reviewedBy: line('Who reviews'),
      dischargedOn: date('Discharged from the hospital on'),
    }),
    rows: {
      one: 'Test',
      of: 'what',
      fields: { what: line('Test'), dueOn: date('Due'), by: line('Who arranges it') },
    },
  },
  requests: {
    ...section('Asked of the practice', {}),
    rows: {
      one: 'Request',
      of: 'what',
      fields: {
        what: line('What the practice is asked to do'),
        detail: text('More about it'),
        dueOn: date('By when', { missing: 'Enter by when the practice is asked to do it' }),
        snomedCode: { label: 'SNOMED CT code', kind: 'snomed' },
      },
    },
  },
  referrals: {
    ...section('Referrals made', {}),
    rows: { one: 'Referral', of: 'what', fields: { what: line('To whom and what for'), on: date('When') } },
  },
  information: section('What the person has been told', {
    told: text('What they have been told', { missing: 'Enter what the person has been told' }),
    understanding: text('What they understand of what lies ahead'),
    given: text('Information given'),
    assessedOn: date('Holistic needs assessment'),
    planAgreedOn: date('Care plan agreed'),
  }),
  lifestyle: section('Lifestyle and support', {
    smoking: line('Smoking'),
    alcohol: line('Alcohol'),
    weight: line('Weight'),
    activity: line('Physical activity'),
    work: line('Work'),
    carer: line('Carer'),
    money: line('Money and benefits'),
  }),
  administration: section('Certificates and registers', {
    prescriptionExemption: choice('Medical exemption certificate for prescriptions (FP92A)', YES_OR_NO, {
      missing: 'Select whether the person has an exemption certificate',
    }),
    supportiveRegister: choice('Advised for the palliative or supportive care register', YES_OR_NO),
    specialRules: choice('Special rules form (SR1) sent', YES_OR_NO),
    driving: line('Driving and insurance'),
  }),
  codes: {
    ...section('Codes to file', {}),
    rows: {
      one: 'Code',
      of: 'term',
      fields: { term: line('Term'), snomedCode: { label: 'SNOMED CT code', kind: 'snomed' } },
    },
  },
} as const satisfies Readonly<Record<string, SectionDeclaration>>
