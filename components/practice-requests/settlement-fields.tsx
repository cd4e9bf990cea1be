import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { SETTLEMENT_LABELS } from '@/lib/practice-requests/labels'
import { SETTLEMENTS } from '@/lib/practice-requests/schema'

/** What a hospital team did instead of what a practice could not do. */
export function SettlementFields({ today }: { today: CalendarDate }) {
  return (
    <>
      <Radios
        name="settlement"
        label="What was done instead?"
        items={SETTLEMENTS.map((value) => ({ value, label: SETTLEMENT_LABELS[value] }))}
      />
      <DateInput name="on" label="When?" value={today} />
      <TextArea name="note" label="What was done, or why nothing is needed" rows={3} />
    </>
  )
}
