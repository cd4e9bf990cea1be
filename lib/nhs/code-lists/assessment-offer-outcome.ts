import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** What came of offering a holistic needs assessment, by our own stable words; see `COSD_ASSESSMENT_OFFER_CODES`. */
export const ASSESSMENT_OFFER_OUTCOMES = codeList([
  ['accepted', 'Offered and accepted'],
  ['undecided', 'Offered and undecided'],
  ['declined', 'Offered and declined'],
  ['not_offered', 'Not offered'],
  ['unable', 'Offered but unable to complete'],
])

export type AssessmentOfferOutcome = CodeOf<typeof ASSESSMENT_OFFER_OUTCOMES>

/** COSD v10 CR7900, assessment offered. */
export const COSD_ASSESSMENT_OFFER_CODES: Readonly<Record<AssessmentOfferOutcome, string>> = {
  undecided: '01',
  declined: '02',
  accepted: '03',
  not_offered: '04',
  unable: '05',
}
