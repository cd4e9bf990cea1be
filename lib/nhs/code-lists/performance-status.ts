import { codeList } from '@/lib/nhs/code-lists/code-list'

/** COSD v10 CR0510, performance status (adult): the WHO (ECOG) grades; 9 where it was not recorded. */
export const PERFORMANCE_STATUSES = codeList([
  ['0', '0: normal activity'],
  ['1', '1: restricted in strenuous activity'],
  ['2', '2: looks after themself, cannot work, up for more than half of waking hours'],
  ['3', '3: has symptoms, in bed or a chair for more than half of waking hours'],
  ['4', '4: completely disabled'],
  ['9', 'Not recorded'],
])
