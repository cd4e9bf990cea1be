/** How cancers of a range of ICD-10 codes are staged. Values stand without their letter; null: there is none to give. */
export type StagingScheme = {
  /** First and last code. One without a fourth character covers all below it; the first range that fits counts. */
  from: string
  to: string
  /** What the stage group is called on a form. */
  stageName: string
  t: readonly string[] | null
  n: readonly string[] | null
  m: readonly string[] | null
  stages: readonly string[] | null
  /** Codes of lib/nhs/code-lists/tumour-grade.ts. */
  grades: readonly string[] | null
}

export const words = (text: string): readonly string[] => text.split(' ')

export const G3 = words('G1 G2 G3 GX')
const G4 = words('G1 G2 G3 G4 GX')
export const GLEASON = words('GG1 GG2 GG3 GG4 GG5')
export const WHO = words('W1 W2 W3 W4')
export const T4 = 'X 0 is 1 2 3 4'
const M1 = words('0 1')
export const M1_AB = words('0 1 1a 1b')
export const M1_ABC = words('0 1 1a 1b 1c')
export const STAGES_1_TO_3 = 'I II III'
export const HEAD_AND_NECK_N = 'X 0 1 2 2a 2b 2c 3 3a 3b'

type Categories = { t: string; n: string; m?: readonly string[]; stages: string; name?: string }

/** Staged by TNM. */
export function tnm(
  from: string,
  to: string,
  { t, n, m = M1, stages, name = 'TNM stage group' }: Categories,
  grades: readonly string[] | null = G4,
): StagingScheme {
  return { from, to, stageName: name, t: words(t), n: words(n), m, stages: words(stages), grades }
}

/** Staged by TNM, and by FIGO in place of the stage group. */
export const figo = (from: string, to: string, categories: Categories) =>
  tnm(from, to, { ...categories, name: 'FIGO stage' }, G3)

/** Staged otherwise than by TNM, or not at all. */
export function without(from: string, to: string, stages: string | null, name = 'Stage'): StagingScheme {
  return {
    from,
    to,
    stageName: name,
    t: null,
    n: null,
    m: null,
    stages: stages ? words(stages) : null,
    grades: null,
  }
}

/** In situ: Tis, and what else there is. */
export function inSitu(
  from: string,
  to: string,
  { t = 'is', stages = '0', grades = null as readonly string[] | null } = {},
): StagingScheme {
  return tnm(from, to, { t, n: 'X 0', m: ['0'], stages }, grades)
}
