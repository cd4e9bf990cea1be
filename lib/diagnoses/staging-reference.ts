import { HEAD_DIGESTION_AND_BREATHING } from './internal/staging-of-digestion-and-breathing'
import { BONE_SKIN_AND_BREAST } from './internal/staging-of-bone-skin-and-breast'
import { PELVIS_AND_URINARY_ORGANS } from './internal/staging-of-pelvis-and-urinary-organs'
import { THE_REST } from './internal/staging-of-the-rest'
import type { StagingScheme } from './internal/staging-scheme'

/**
 * Which T, N and M values and stage groups there are for which cancers: UICC TNM, 8th edition; FIGO 2009 to 2021 for the
 * cervix, uterus and ovary; Ann Arbor (Lugano), ISS and Binet in haematology. Codes alone, written down from general
 * knowledge of the published systems: have a cancer registrar confirm them before live use. A cancer that no row covers is
 * held to no list.
 */
export const STAGING_SCHEMES: readonly StagingScheme[] = [
  ...HEAD_DIGESTION_AND_BREATHING,
  ...BONE_SKIN_AND_BREAST,
  ...PELVIS_AND_URINARY_ORGANS,
  ...THE_REST,
]
