import { codeList } from '@/lib/nhs/code-lists/code-list'

/**
 * COSD v10, GRADE OF DIFFERENTIATION (AT DIAGNOSIS): GX to G4. For the prostate the ISUP grade groups, which stand for the
 * Gleason sums; for the brain the WHO grades, which COSD records as items of their own.
 */
export const TUMOUR_GRADES = codeList([
  ['G1', 'G1: well differentiated'],
  ['G2', 'G2: moderately differentiated'],
  ['G3', 'G3: poorly differentiated'],
  ['G4', 'G4: undifferentiated'],
  ['GX', 'GX: cannot be assessed'],
  ['GG1', 'Grade group 1 (Gleason 3+3 or less)'],
  ['GG2', 'Grade group 2 (Gleason 3+4)'],
  ['GG3', 'Grade group 3 (Gleason 4+3)'],
  ['GG4', 'Grade group 4 (Gleason 8)'],
  ['GG5', 'Grade group 5 (Gleason 9 or 10)'],
  ['W1', 'WHO grade 1'],
  ['W2', 'WHO grade 2'],
  ['W3', 'WHO grade 3'],
  ['W4', 'WHO grade 4'],
])
