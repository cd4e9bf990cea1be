import { G3, WHO, STAGES_1_TO_3, tnm, without, inSitu, type StagingScheme } from './staging-scheme'

const ANN_ARBOR = 'I IA IB IE II IIA IIB IIE III IIIA IIIB IIIS IV IVA IVB'

/** Brain, glands, unknown primary, haematology, in situ and uncertain. */
export const THE_REST: readonly StagingScheme[] = [
  { ...without('C70', 'C72', null), grades: WHO },
  tnm(
    'C73',
    'C73',
    {
      t: 'X 0 1 1a 1b 2 3 3a 3b 4 4a 4b',
      n: 'X 0 1 1a 1b',
      stages: 'I II III IV IVA IVB IVC',
    },
    null,
  ),
  tnm('C74', 'C74', { t: 'X 0 1 2 3 4', n: 'X 0 1', stages: `${STAGES_1_TO_3} IV` }),
  { ...without('C75', 'C75', null), grades: WHO },
  without('C76', 'C80', null),
  without('C81', 'C86', ANN_ARBOR, 'Ann Arbor stage'),
  without('C88', 'C88', null),
  without('C90', 'C90', STAGES_1_TO_3, 'ISS stage'),
  without('C91.1', 'C91.1', 'A B C', 'Binet stage'),
  without('C91', 'C96', null),
  inSitu('D03', 'D03'),
  inSitu('D05', 'D05', { grades: G3 }),
  inSitu('D09.0', 'D09.1', { t: 'is a', stages: '0 0a 0is' }),
  inSitu('D00', 'D09'),
  { ...without('D42', 'D43', null), grades: WHO },
  without('D45', 'D47', null),
]
