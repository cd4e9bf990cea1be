import { GLEASON, T4, M1_AB, M1_ABC, STAGES_1_TO_3, tnm, figo, type StagingScheme } from './staging-scheme'

/** Gynaecological and urological cancers. */
export const PELVIS_AND_URINARY_ORGANS: readonly StagingScheme[] = [
  figo('C51', 'C51', {
    t: 'X 0 is 1 1a 1b 2 3 4',
    n: 'X 0 1 1a 1b 2 2a 2b 2c 3',
    stages: 'I IA IB II III IIIA IIIB IIIC IV IVA IVB',
  }),
  figo('C52', 'C52', { t: T4, n: 'X 0 1', stages: 'I II III IV IVA IVB' }),
  figo('C53', 'C53', {
    t: `${T4} 1a 1a1 1a2 1b 1b1 1b2 1b3 2a 2a1 2a2 2b 3a 3b`,
    n: 'X 0 1 1a 2 2a',
    stages: 'I IA IA1 IA2 IB IB1 IB2 IB3 II IIA IIA1 IIA2 IIB III IIIA IIIB IIIC IIIC1 IIIC2 IV IVA IVB',
  }),
  figo('C54', 'C55', {
    t: `${T4} 1a 1b 1c 2a 2b 3a 3b`,
    n: 'X 0 1 1mi 1a 2 2mi 2a',
    stages: 'I IA IB IC II IIA IIB III IIIA IIIB IIIC IIIC1 IIIC2 IV IVA IVB',
  }),
  figo('C56', 'C57', {
    t: `X 0 is 1 1a 1b 1c 1c1 1c2 1c3 2 2a 2b 3 3a 3a1 3a2 3b 3c 4`,
    n: 'X 0 1 1a 1b',
    m: M1_AB,
    stages: 'I IA IB IC IC1 IC2 IC3 II IIA IIB III IIIA IIIA1 IIIA2 IIIB IIIC IV IVA IVB',
  }),
  { ...figo('C58', 'C58', { t: 'X 0 1 2', n: 'X', m: M1_AB, stages: 'I II III IV' }), n: null, grades: null },
  tnm('C60', 'C60', {
    t: `${T4} a 1a 1b`,
    n: 'X 0 1 2 3',
    stages: '0 0a 0is I II IIA IIB III IIIA IIIB IV',
  }),
  tnm(
    'C61',
    'C61',
    {
      t: 'X 0 1 1a 1b 1c 2 2a 2b 2c 3 3a 3b 4',
      n: 'X 0 1',
      m: M1_ABC,
      stages: 'I II IIA IIB IIC III IIIA IIIB IIIC IV IVA IVB',
    },
    GLEASON,
  ),
  tnm(
    'C62',
    'C62',
    {
      t: `${T4} 1a 1b`,
      n: 'X 0 1 2 3',
      m: M1_AB,
      stages: '0 I IA IB IS II IIA IIB IIC III IIIA IIIB IIIC',
    },
    null,
  ),
  tnm('C64', 'C64', { t: 'X 0 1 1a 1b 2 2a 2b 3 3a 3b 3c 4', n: 'X 0 1', stages: `${STAGES_1_TO_3} IV` }),
  tnm('C65', 'C68', {
    t: `${T4} a 2a 2b 3a 3b 4a 4b`,
    n: 'X 0 1 2 3',
    m: M1_AB,
    stages: '0 0a 0is I II III IIIA IIIB IV IVA IVB',
  }),
]
