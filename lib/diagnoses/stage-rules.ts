import { tnmCategoryOf, type TnmLetter } from '@/lib/nhs/tnm-category'
import type { FieldError } from '@/lib/platform/form-state'
import type { Staging } from './diagnosis'
import { at } from './rules'
import type { StagingScheme } from './internal/staging-scheme'
import { STAGING_SCHEMES } from './staging-reference'

/** The edition that lib/diagnoses/staging-reference.ts holds: others are taken as they are given. */
export const REFERENCE_EDITION = '8'

/** Editions of UICC TNM that a diagnosis can be staged by. */
export const TNM_EDITIONS = ['9', '8', '7'] as const

const CATEGORIES = [
  ['tCategory', 'T', 't'],
  ['nCategory', 'N', 'n'],
  ['mCategory', 'M', 'm'],
] as const

type Staged = Staging & { icd10Code: string }

/** How a cancer is staged; null where no list covers its code. */
export function stagingSchemeOf(icd10Code: string): StagingScheme | null {
  return STAGING_SCHEMES.find(({ from, to }) => covers(from, to, icd10Code)) ?? null
}

function covers(from: string, to: string, code: string): boolean {
  return from <= code && code.slice(0, to.length) <= to
}

/** What a stage says that there is not for the site, each at its field; nothing wrong gives an empty list. */
export function stageFaults(staged: Staged): FieldError[] {
  const scheme = stagingSchemeOf(staged.icd10Code)
  return [
    ...editionFaults(staged),
    ...CATEGORIES.flatMap(([field, letter, list]) =>
      at(field, scheme && categoryFault(staged, letter, staged[field], scheme[list])),
    ),
    ...at('stageGroup', scheme && stageGroupFault(staged, scheme)),
    ...at('grade', scheme && gradeFault(staged, scheme)),
  ]
}

function editionFaults({ tCategory, nCategory, mCategory, tnmEdition }: Staged): FieldError[] {
  const isCategorised = Boolean(tCategory ?? nCategory ?? mCategory)
  return at('tnmEdition', isCategorised && !tnmEdition ? 'Select the edition of TNM' : null)
}

function categoryFault(
  { icd10Code, tnmEdition }: Staged,
  letter: TnmLetter,
  category: string | null,
  possible: readonly string[] | null,
): string | null {
  if (category === null) return null
  if (possible === null) return `${icd10Code} is not staged by ${letter}. Leave it empty`
  const { value } = tnmCategoryOf(category)
  if (tnmEdition !== REFERENCE_EDITION || possible.includes(value)) return null
  return `TNM ${REFERENCE_EDITION} has no ${letter}${value} for ${icd10Code}: ${listed(letter, possible)}`
}

function stageGroupFault(
  { icd10Code, stageGroup, tnmEdition }: Staged,
  { stages, stageName }: StagingScheme,
): string | null {
  if (stageGroup === null) return null
  if (stages === null) return `${icd10Code} has no stage group. Leave it empty, and put the stage in words`
  if ((tnmEdition ?? REFERENCE_EDITION) !== REFERENCE_EDITION || stages.includes(stageGroup)) return null
  return `${stageName} of ${icd10Code} must be one of ${listed('', stages)}`
}

function gradeFault({ icd10Code, grade }: Staged, { grades }: StagingScheme): string | null {
  if (grade === null || grades?.includes(grade)) return null
  return grades === null
    ? `${icd10Code} is not graded. Leave it empty`
    : `Grade of ${icd10Code} must be one of ${listed('', grades)}`
}

function listed(letter: string, values: readonly string[]): string {
  const all = values.map((value) => `${letter}${value}`)
  return `${all.slice(0, -1).join(', ')}${all.length > 1 ? ' or ' : ''}${all.at(-1) ?? ''}`
}
