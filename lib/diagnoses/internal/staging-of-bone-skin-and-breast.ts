import { G3, T4, M1_AB, HEAD_AND_NECK_N, words, tnm, without, type StagingScheme } from './staging-scheme'

/** Bone, soft tissue, skin, pleura, breast. */
export const BONE_SKIN_AND_BREAST: readonly StagingScheme[] = [
  tnm('C40', 'C41', {
    t: 'X 0 1 1a 1b 2 2a 2b 3 3a 3b 4 4a 4b',
    n: 'X 0 1',
    m: M1_AB,
    stages: 'I IA IB II IIA IIB III IV IVA IVB',
  }),
  tnm(
    'C43',
    'C43',
    {
      t: `${T4} 1a 1b 2a 2b 3a 3b 4a 4b`,
      n: 'X 0 1 1a 1b 1c 2 2a 2b 2c 3 3a 3b 3c',
      m: words('0 1 1a 1b 1c 1d'),
      stages: '0 I IA IB II IIA IIB IIC III IIIA IIIB IIIC IIID IV',
    },
    null,
  ),
  tnm('C44', 'C44', { t: `${T4} 4a 4b`, n: HEAD_AND_NECK_N, stages: '0 I II III IV IVA IVB' }),
  tnm('C45', 'C45', { t: 'X 0 1 2 3 4', n: 'X 0 1 2', stages: 'I IA IB II III IIIA IIIB IV' }, null),
  without('C46', 'C46', null),
  tnm('C47', 'C49', {
    t: 'X 0 1 1a 1b 2 2a 2b 3 4 4a 4b 4c',
    n: 'X 0 1',
    stages: 'I IA IB II III IIIA IIIB IV',
  }),
  tnm(
    'C50',
    'C50',
    {
      t: `${T4} 1mi 1a 1b 1c 4a 4b 4c 4d`,
      n: 'X 0 1 1mi 1a 1b 1c 2 2a 2b 3 3a 3b 3c',
      stages: '0 I IA IB II IIA IIB III IIIA IIIB IIIC IV',
    },
    G3,
  ),
]
