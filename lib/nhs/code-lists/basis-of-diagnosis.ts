import { codeList } from '@/lib/nhs/code-lists/code-list'

/** COSD v10 CR0390, BASIS OF DIAGNOSIS (CANCER): the firmest ground there is, in the order from firm to less so. */
export const BASES_OF_DIAGNOSIS = codeList([
  ['7', 'Histology of the primary tumour'],
  ['6', 'Histology of a metastasis'],
  ['5', 'Cytology'],
  ['4', 'Specific tumour markers'],
  ['2', 'Clinical investigation, such as imaging or endoscopy'],
  ['1', 'Clinical examination only'],
  ['0', 'Death certificate only'],
  ['9', 'Not known'],
])
