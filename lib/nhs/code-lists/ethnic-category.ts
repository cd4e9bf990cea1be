import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** NHS Data Dictionary, ETHNIC CATEGORY: the 16+1 categories of the 2001 census. A second character is local. */
export const ETHNIC_CATEGORIES = codeList([
  ['A', 'White British'],
  ['B', 'White Irish'],
  ['C', 'Any other White background'],
  ['D', 'White and Black Caribbean'],
  ['E', 'White and Black African'],
  ['F', 'White and Asian'],
  ['G', 'Any other mixed background'],
  ['H', 'Indian'],
  ['J', 'Pakistani'],
  ['K', 'Bangladeshi'],
  ['L', 'Any other Asian background'],
  ['M', 'Caribbean'],
  ['N', 'African'],
  ['P', 'Any other Black background'],
  ['R', 'Chinese'],
  ['S', 'Any other ethnic group'],
  ['Z', 'Not stated'],
  ['99', 'Not known'],
])

export type EthnicCategory = CodeOf<typeof ETHNIC_CATEGORIES>
