import { T4, M1_AB, M1_ABC, HEAD_AND_NECK_N, tnm, type StagingScheme } from './staging-scheme'

/** Head and neck, digestive organs, chest. */
export const HEAD_DIGESTION_AND_BREATHING: readonly StagingScheme[] = [
  tnm('C00', 'C14', { t: `${T4} 4a 4b`, n: HEAD_AND_NECK_N, stages: '0 I II III IV IVA IVB IVC' }),
  tnm('C15', 'C15', {
    t: `${T4} 1a 1b 4a 4b`,
    n: 'X 0 1 2 3',
    stages: '0 I IA IB IC II IIA IIB III IIIA IIIB IV IVA IVB',
  }),
  tnm('C16', 'C16', {
    t: `${T4} 1a 1b 4a 4b`,
    n: 'X 0 1 2 3 3a 3b',
    stages: '0 I IA IB II IIA IIB III IIIA IIIB IIIC IV IVA IVB',
  }),
  tnm('C17', 'C17', { t: `${T4} 1a 1b`, n: 'X 0 1 2', stages: '0 I II IIA IIB III IIIA IIIB IV' }),
  tnm('C18', 'C20', {
    t: `${T4} 4a 4b`,
    n: 'X 0 1 1a 1b 1c 2 2a 2b',
    m: M1_ABC,
    stages: '0 I II IIA IIB IIC III IIIA IIIB IIIC IV IVA IVB IVC',
  }),
  tnm('C21', 'C21', { t: T4, n: 'X 0 1 1a 1b 1c', stages: '0 I II IIA IIB III IIIA IIIB IIIC IV' }),
  tnm('C22', 'C22', {
    t: `${T4} 1a 1b`,
    n: 'X 0 1',
    stages: '0 I IA IB II III IIIA IIIB IV IVA IVB',
  }),
  tnm('C23', 'C24', {
    t: `${T4} 1a 1b 1c 2a 2b 3a 3b`,
    n: 'X 0 1 2',
    stages: '0 I IA IB II IIA IIB III IIIA IIIB IIIC IV IVA IVB',
  }),
  tnm('C25', 'C25', { t: `${T4} 1a 1b 1c`, n: 'X 0 1 2', stages: '0 I IA IB II IIA IIB III IV' }),
  tnm('C30', 'C32', { t: `${T4} 1a 1b 4a 4b`, n: HEAD_AND_NECK_N, stages: '0 I II III IV IVA IVB IVC' }),
  tnm('C33', 'C34', {
    t: `${T4} 1mi 1a 1b 1c 2a 2b`,
    n: 'X 0 1 2 3',
    m: M1_ABC,
    stages: '0 I IA IA1 IA2 IA3 IB II IIA IIB III IIIA IIIB IIIC IV IVA IVB',
  }),
  tnm('C37', 'C37', {
    t: 'X 0 1 1a 1b 2 3 4',
    n: 'X 0 1 2',
    m: M1_AB,
    stages: 'I II III IIIA IIIB IV IVA IVB',
  }),
]
