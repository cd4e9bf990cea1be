import { describe, expect, it } from 'vitest'
import { ACCESSIBLE_INFORMATION_NEEDS } from '@/lib/nhs/code-lists/accessible-information'
import {
  ASSESSMENT_OFFER_OUTCOMES,
  COSD_ASSESSMENT_OFFER_CODES,
} from '@/lib/nhs/code-lists/assessment-offer-outcome'
import { BASES_OF_DIAGNOSIS } from '@/lib/nhs/code-lists/basis-of-diagnosis'
import { ETHNIC_CATEGORIES } from '@/lib/nhs/code-lists/ethnic-category'
import { INTERPRETERS_AT_CONTACT } from '@/lib/nhs/code-lists/interpreter'
import { COMMON_LANGUAGES, languageLabel, parseLanguage } from '@/lib/nhs/code-lists/language'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'
import { COSD_PATHWAY_POINT_CODES, PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import { PERFORMANCE_STATUSES } from '@/lib/nhs/code-lists/performance-status'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { TREATMENT_INTENTS } from '@/lib/nhs/code-lists/treatment-intent'
import { TREATMENT_MODALITIES } from '@/lib/nhs/code-lists/treatment-modality'
import { TREATMENT_OUTCOMES } from '@/lib/nhs/code-lists/treatment-outcome'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'

describe('the national code lists', () => {
  it.each([
    ['ethnic category', ETHNIC_CATEGORIES, 'A B C D E F G H J K L M N P R S Z 99'],
    ['sex', SEXES, '1 2 9 X'],
    ['laterality', LATERALITIES, 'L R M B 8 9'],
    [
      'treatment modality',
      TREATMENT_MODALITIES,
      '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 19 20 21 22 97 98',
    ],
    ['treatment intent', TREATMENT_INTENTS, '01 02 03 04 05 06 09 98'],
    ['staff role', STAFF_ROLES, '01 02 03 04 05 06 08 09'],
    ['interpreter', INTERPRETERS_AT_CONTACT, '1 2 3 4 5'],
    ['basis of diagnosis', BASES_OF_DIAGNOSIS, '0 1 2 4 5 6 7 9'],
    ['tumour grade', TUMOUR_GRADES, 'G1 G2 G3 G4 GX GG1 GG2 GG3 GG4 GG5 W1 W2 W3 W4'],
    ['treatment outcome', TREATMENT_OUTCOMES, '1 2 3 4 5 6 7 8'],
    ['performance status', PERFORMANCE_STATUSES, '0 1 2 3 4 9'],
  ])('%s has its codes and no others', (_name, list, codes) => {
    expect([...list.codes].sort()).toEqual(codes.split(' ').sort())
  })

  it('gives each offer outcome and point of the pathway its own COSD code', () => {
    expect(ASSESSMENT_OFFER_OUTCOMES.codes.map((code) => COSD_ASSESSMENT_OFFER_CODES[code]).sort()).toEqual(
      '01 02 03 04 05'.split(' '),
    )
    expect(PATHWAY_POINTS.codes.map((code) => COSD_PATHWAY_POINT_CODES[code]).sort()).toEqual(
      '01 02 03 04 05 06 07 08 97'.split(' '),
    )
  })

  it('says what is not recorded, and never hides a code that it does not know', () => {
    expect(ACCESSIBLE_INFORMATION_NEEDS.label('large_print')).toBe('Large print')
    expect(SEXES.label(null)).toBe('Not recorded')
    expect(SEXES.label('7')).toBe('7')
    expect(SEXES.has('7')).toBe(false)
    expect(SEXES.has('constructor')).toBe(false)
    expect(SEXES.has(1)).toBe(false)
  })
})

describe('a language', () => {
  it.each([
    ['en', 'en', 'English'],
    ['CY', 'cy', 'Welsh'],
    ['BSL', 'BSL', 'British Sign Language'],
    ['bfi', 'BSL', 'British Sign Language'],
    ['Polish', 'pl', 'Polish'],
    ['yo', 'yo', 'Yoruba'],
  ])('%j is %j, %s', (typed, code, label) => {
    expect(parseLanguage(typed)).toBe(code)
    expect(languageLabel(code)).toBe(label)
  })

  it.each(['', 'xx', 'x-klingon', 'Elvish'])('%j is none', (typed) => {
    expect(parseLanguage(typed)).toBeNull()
  })

  it('reads every label it shows', () => {
    for (const code of COMMON_LANGUAGES.codes) expect(parseLanguage(languageLabel(code))).toBe(code)
  })
})
