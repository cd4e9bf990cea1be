import { SummaryList } from '@/components/nhs/summary-list'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { lookUp } from '@/lib/platform/look-up'
import { STATUS_LABELS } from '@/lib/results/labels'
import type { UnmatchedResult } from '@/lib/results/unmatched-queries'

/** What the message says of the person and the result. */
export function UnmatchedFacts({ unmatched }: { unmatched: UnmatchedResult }) {
  const { content, from, receivedAt, isDemographics } = unmatched
  const { person } = content
  const rows = [
    { label: 'Name', value: `${person.familyName.toUpperCase()}, ${person.givenName}` },
    { label: 'NHS number', value: person.nhsNumber ? formatNhsNumber(person.nhsNumber) : 'None' },
    { label: 'Born', value: person.bornOn ? formatDateForStaff(person.bornOn) : 'Not said' },
    { label: 'Test', value: [content.name, content.code].filter(Boolean).join(', ') },
    ...(isDemographics
      ? [{ label: 'It says', value: content.value || 'See the message' }]
      : resultRows(content)),
    { label: 'Came', value: `${formatInstantForStaff(receivedAt)}, from ${from}` },
  ]
  return <SummaryList rows={rows} />
}

function resultRows({
  text,
  value,
  unit,
  referenceRange,
  status,
  sampledOn,
  notes,
}: UnmatchedResult['content']) {
  return [
    { label: 'Result', value: text ?? (`${value} ${unit}`.trim() || 'None') },
    { label: 'Laboratory range', value: referenceRange || 'Not said' },
    ...(notes ? [{ label: 'Laboratory notes', value: notes }] : []),
    { label: 'Status', value: lookUp(STATUS_LABELS, status) ?? status },
    { label: 'Sample', value: sampledOn ? formatDateForStaff(sampledOn) : 'Not said' },
  ]
}
