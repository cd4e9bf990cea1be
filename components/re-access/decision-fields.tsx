import { DateInput } from '@/components/nhs/date-input'
import { Select } from '@/components/nhs/select'
import { OUTCOME_LABELS } from '@/lib/re-access/labels'

const OPTIONS = [
  { value: '', label: 'Choose an outcome' },
  ...Object.entries(OUTCOME_LABELS).map(([value, label]) => ({ value, label })),
]

/** What was decided. The date counts for an appointment alone. */
export function DecisionFields() {
  return (
    <>
      <Select name="outcome" label="What was decided?" options={OPTIONS} />
      <DateInput
        name="appointmentOn"
        label="If an appointment, on which day?"
        hint="Within 14 days from today"
      />
    </>
  )
}
