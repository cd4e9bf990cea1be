import { Checkboxes } from '@/components/nhs/checkboxes'
import { WarningCallout } from '@/components/nhs/warning-callout'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

type Props = { completedOn: CalendarDate; doubts: readonly string[] }

/** Asks about a date that may be a slip of the keys. */
export function DateInDoubt({ completedOn, doubts }: Props) {
  if (doubts.length === 0) return null
  return (
    <>
      <WarningCallout heading={`Is ${formatDateForStaff(completedOn)} right?`} headingLevel={2}>
        <ul>
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      </WarningCallout>
      <Checkboxes name="isDateRight" items={[{ value: 'yes', label: 'The date is right' }]} />
    </>
  )
}
