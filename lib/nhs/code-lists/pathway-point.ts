import { codeList, type CodeOf } from '@/lib/nhs/code-lists/code-list'

/** Where on the pathway an assessment or plan was offered, by our own stable words; see `COSD_PATHWAY_POINT_CODES`. */
export const PATHWAY_POINTS = codeList([
  ['initial_diagnosis', 'Initial diagnosis'],
  ['prehabilitation', 'Prehabilitation'],
  ['start_of_treatment', 'Start of treatment'],
  ['during_treatment', 'During treatment'],
  ['end_of_treatment', 'End of treatment'],
  ['recurrence', 'Diagnosis of recurrence'],
  ['transition_to_palliative_care', 'Transition to palliative care'],
  ['in_palliative_care', 'In palliative or end of life care'],
  ['other', 'Other'],
])

export type PathwayPoint = CodeOf<typeof PATHWAY_POINTS>

/** COSD v10 CR7940, assessment and care plan point of pathway. */
export const COSD_PATHWAY_POINT_CODES: Readonly<Record<PathwayPoint, string>> = {
  initial_diagnosis: '01',
  start_of_treatment: '02',
  during_treatment: '03',
  end_of_treatment: '04',
  recurrence: '05',
  transition_to_palliative_care: '06',
  prehabilitation: '07',
  in_palliative_care: '08',
  other: '97',
}
