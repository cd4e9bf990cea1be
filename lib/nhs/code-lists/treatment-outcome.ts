import { codeList } from '@/lib/nhs/code-lists/code-list'

/**
 * How a treatment ended, in the codes of SACT v4, END OF REGIMEN SUMMARY. COSD v10 has no such item, so that one serves
 * here for every kind of treatment; its words about cycles and regimens are ours.
 */
export const TREATMENT_OUTCOMES = codeList([
  ['1', 'Completed as planned'],
  ['2', 'Stopped early: the disease progressed'],
  ['3', 'Stopped early: side effects'],
  ['4', 'Stopped early: the person chose to'],
  ['5', 'Stopped early: it could not be provided'],
  ['6', 'Stopped early: no disease left to measure'],
  ['7', 'Stopped by death'],
  ['8', 'Ended for another reason'],
])
