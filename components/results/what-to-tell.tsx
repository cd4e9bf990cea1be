import { reviewWords } from './result-facts'
import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { TellingPage } from '@/lib/results/get-telling'

/** What the person is told, what was decided, and that the practice reads it. */
export function WhatToTell({ page: { result, next } }: { page: TellingPage }) {
  const review = result.reviews.at(-1)
  const rows: SummaryRow[] = [
    { label: 'Result', value: <strong>{result.words}</strong> },
    { label: 'Sample', value: formatDateForStaff(result.sampledOn) },
    {
      label: 'Decided',
      value: review ? reviewWords(review) : 'Not reviewed yet',
    },
    {
      label: 'Next date to give',
      value: next
        ? `${next.name}, ${formatDateForStaff(next.dueOn)}`
        : 'None is planned here: say who rings next',
    },
    {
      label: 'The practice',
      value: result.releasedFrom
        ? `Reads it here since ${formatInstantForStaff(result.releasedFrom)}`
        : 'Does not read it yet',
    },
  ]
  return <SummaryList rows={rows} />
}
