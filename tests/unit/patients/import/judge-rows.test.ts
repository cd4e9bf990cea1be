import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '@/lib/nhs/calendar-date'
import { rowJudge } from '@/lib/patients/import/judge-rows'
import type { PatientFileCells } from '@/lib/patients/import/parse-patient-file'
import { GOOD_CELLS } from './patient-file'

const today = '2026-11-21'
const settings = { today, knownPracticeCodes: new Set(['Z90001']) }
const OTHER_NHS_NUMBER = '9990000026'

function judge(...changes: (Partial<PatientFileCells> | null)[]) {
  const rows = changes.map((change, index) => ({
    row: index + 2,
    cells: change && { ...GOOD_CELLS, ...change },
  }))
  return rows.map(rowJudge(settings))
}

describe('a row of a patient file', () => {
  it('is cleaned when it is accepted', () => {
    expect(judge({})).toEqual([
      {
        row: 2,
        verdict: 'accepted',
        warnings: [],
        patient: {
          nhsNumber: '9990000018',
          hospitalNumber: 'RHM160816',
          title: 'Mrs',
          familyName: 'Smith',
          givenName: 'Anne',
          preferredName: 'Nan',
          bornOn: '1961-02-03',
          diedOn: null,
          sex: '2',
          ethnicCategory: 'A',
          preferredLanguage: 'pl',
          interpreterRequired: true,
          addressLine1: '43 The Avenue',
          addressLine2: 'Southampton',
          postcode: 'SO16 6YD',
          practiceCode: 'Z90001',
          mobileTelephone: '07700 900160',
          email: 'anne@example.org',
          diagnosis: { diagnosedOn: '2026-10-03', icd10Code: 'C50.9', laterality: 'L' },
        },
      },
    ])
  })

  it('keeps formulas, markup and letters of any script exactly', () => {
    const cells = {
      familyName: '王',
      givenName: '=HYPERLINK("http://example.org","x")',
      addressLine1: '<b>The "Old" Forge</b>,\r\nRear entrance',
      addressLine2: 'שדרה 👍',
    }
    expect(judge(cells)[0]).toMatchObject({
      verdict: 'accepted',
      patient: { ...cells, addressLine1: '<b>The "Old" Forge</b>,\nRear entrance' },
    })
  })

  it('may be without what a patient can do without', () => {
    const blank = {
      hospitalNumber: '',
      title: ' ',
      givenName: '',
      preferredName: '',
      sex: '',
      ethnicCategory: '',
      preferredLanguage: '',
      interpreterRequired: '',
      addressLine1: '',
      addressLine2: '',
      postcode: '',
      mobileTelephone: '',
      email: '',
      laterality: '',
    }
    const [verdict] = judge(blank)
    expect(verdict).toMatchObject({
      verdict: 'accepted',
      warnings: [],
      patient: {
        hospitalNumber: null,
        title: null,
        givenName: '',
        preferredName: null,
        sex: null,
        ethnicCategory: null,
        preferredLanguage: null,
        interpreterRequired: null,
        postcode: null,
        mobileTelephone: null,
        email: null,
        diagnosis: { laterality: null },
      },
    })
  })

  it.each([
    ['nhs_number_missing', { nhsNumber: ' ' }],
    ['nhs_number_invalid', { nhsNumber: '999 000 0019' }],
    ['nhs_number_invalid', { nhsNumber: 'QQ123456C' }],
    ['family_name_missing', { familyName: ' \u00a0' }],
    ['date_of_birth_missing', { bornOn: '' }],
    ['date_of_birth_invalid', { bornOn: '12/07/61' }],
    ['date_of_birth_in_future', { bornOn: addDays(today, 1) }],
    ['date_of_birth_too_old', { bornOn: addDays(addYears(today, -130), -1) }],
    ['date_of_diagnosis_invalid', { diagnosedOn: 'last May' }],
    ['date_of_diagnosis_invalid', { diagnosedOn: '' }],
    ['date_of_diagnosis_before_birth', { diagnosedOn: '1961-02-02' }],
    ['date_of_diagnosis_in_future', { diagnosedOn: addDays(today, 1) }],
    ['diagnosis_code_invalid', { diagnosisCode: 'J45.9' }],
    ['diagnosis_code_invalid', { diagnosisCode: '' }],
    ['date_of_death_invalid', { diedOn: '31/02/2026' }],
    ['date_of_death_in_future', { diedOn: addDays(today, 1) }],
    ['death_before_birth', { diedOn: '1961-02-02' }],
    ['text_too_long', { addressLine2: 'x'.repeat(201) }],
    ['text_too_long', { email: `${'x'.repeat(100_000)}@example.org` }],
    ['text_not_allowed', { addressLine1: 'a\0b' }],
    ['text_not_allowed', { familyName: '\u202ehtimS' }],
    ['text_not_allowed', { givenName: 'An\nne' }],
    ['text_not_allowed', { preferredName: '\u2066Nan' }],
    ['wrong_number_of_cells', null],
  ] as const)('is rejected as %s', (reason, change) => {
    expect(judge(change)).toEqual([{ row: 2, verdict: 'rejected', reason }])
  })

  it.each([
    [{ bornOn: today, diagnosedOn: today, diedOn: today }],
    [{ bornOn: addYears(today, -130) }],
    [{ bornOn: '1961-02-03', diagnosedOn: '1961-02-03' }],
    [{ diagnosedOn: '2026-10-03', diedOn: '2026-10-01' }],
  ])('is accepted at the limit: %o', (change) => {
    expect(judge(change)[0]).toMatchObject({ verdict: 'accepted', warnings: [] })
  })

  it.each([
    ['practice_code_invalid', { practiceCode: '81001' }, { practiceCode: null }],
    ['practice_code_invalid', { practiceCode: ' ' }, { practiceCode: null }],
    ['practice_unknown', { practiceCode: 'Z99999' }, { practiceCode: null }],
    ['sex_not_recognised', { sex: '7' }, { sex: null }],
    ['ethnic_category_not_recognised', { ethnicCategory: 'Q' }, { ethnicCategory: null }],
    ['preferred_language_not_recognised', { preferredLanguage: 'xx' }, { preferredLanguage: null }],
    ['interpreter_required_not_recognised', { interpreterRequired: 'maybe' }, { interpreterRequired: null }],
    ['postcode_not_recognised', { postcode: 'nowhere' }, { postcode: null }],
    ['mobile_not_recognised', { mobileTelephone: '01632 960123' }, { mobileTelephone: null }],
    ['email_not_recognised', { email: 'anne at example' }, { email: null }],
    ['laterality_not_recognised', { laterality: 'both' }, { diagnosis: { laterality: null } }],
  ])('is accepted with the warning %s', (warning, change, patient) => {
    expect(judge(change)[0]).toMatchObject({ verdict: 'accepted', warnings: [warning], patient })
  })

  it.each([
    [{ sex: 'male' }, { sex: '1' }],
    [{ sex: '9' }, { sex: '9' }],
    [{ ethnicCategory: 'a2' }, { ethnicCategory: 'A' }],
    [{ ethnicCategory: '99' }, { ethnicCategory: '99' }],
    [{ interpreterRequired: 'No' }, { interpreterRequired: false }],
    [{ preferredLanguage: 'bsl' }, { preferredLanguage: 'BSL' }],
    [{ practiceCode: ' z90001' }, { practiceCode: 'Z90001' }],
  ])('is understood as hospitals write it: %o', (change, patient) => {
    expect(judge(change)[0]).toMatchObject({ verdict: 'accepted', warnings: [], patient })
  })
})

describe('an NHS number that comes again', () => {
  it('is a duplicate with the same date of birth, however both are written and whatever else differs', () => {
    const [first, second] = judge({}, { nhsNumber: '9990000018', bornOn: '3 Feb 1961', familyName: 'Jones' })
    expect(first).toMatchObject({ verdict: 'accepted' })
    expect(second).toEqual({ row: 3, verdict: 'duplicate', reason: 'duplicate_in_file', earlierRow: 2 })
  })

  it('is a conflict with another date of birth', () => {
    const conflict = { verdict: 'rejected', reason: 'conflicts_with_earlier_row', earlierRow: 2 }
    const again = { bornOn: '04/02/1961' }
    expect(judge({}, again, again).slice(1)).toEqual([
      { row: 3, ...conflict },
      { row: 4, ...conflict },
    ])
  })

  it('is nothing special when the earlier row was rejected', () => {
    const verdicts = judge({ familyName: '' }, { bornOn: '04/02/1961' }, {})
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['rejected', 'accepted', 'rejected'])
  })

  it('is judged as a plain reading of all earlier rows would', () => {
    const change = fc.record({
      nhsNumber: fc.constantFrom('999 000 0018', OTHER_NHS_NUMBER, ''),
      bornOn: fc.constantFrom('03/02/1961', '04/02/1961', ''),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const taken: { nhsNumber: string; bornOn: string }[] = []
        const expected = changes.map((row) => {
          if (row.nhsNumber === '' || row.bornOn === '') return 'rejected'
          const earlier = taken.filter(({ nhsNumber }) => nhsNumber === row.nhsNumber)
          if (earlier.length === 0) taken.push(row)
          if (earlier.length === 0) return 'accepted'
          return earlier.some(({ bornOn }) => bornOn === row.bornOn) ? 'duplicate' : 'rejected'
        })
        expect(judge(...changes).map(({ verdict }) => verdict)).toEqual(expected)
      }),
    )
  })
})

describe('judging rows', () => {
  it('never throws and never lets two patients have one NHS number', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...Object.values(GOOD_CELLS)),
    )
    const keys = Object.keys(GOOD_CELLS) as (keyof PatientFileCells)[]
    const damaged = fc
      .dictionary(fc.constantFrom(...keys), cell, { maxKeys: 3 })
      .map((change) => change as Partial<PatientFileCells>)
    fc.assert(
      fc.property(fc.array(damaged, { maxLength: 5 }), (changes) => {
        const verdicts = judge(...changes)
        const numbers = verdicts.flatMap((verdict) =>
          'patient' in verdict ? [verdict.patient.nhsNumber] : [],
        )
        expect(verdicts).toHaveLength(changes.length)
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 500 },
    )
  })
})
