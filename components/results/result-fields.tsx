import { SlipConfirmation } from './slip-confirmation'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { OUTCOME_LABELS } from '@/lib/results/labels'
import { REPORT_OUTCOMES } from '@/lib/results/result'

type Props = {
  /** Units of the analyte; none for a report. */
  units: readonly string[]
  sampledOn?: CalendarDate
}

/** What a laboratory or a report says, as typed by whoever reads it. */
export function ResultFields({ units, sampledOn }: Props) {
  return (
    <>
      {units.length > 0 ? <ValueFields units={units} /> : <ReportFields />}
      <DateInput
        name="sampledOn"
        label={units.length > 0 ? 'When was the sample taken?' : 'When was the examination?'}
        hint="For example, 15 3 2026"
        value={sampledOn}
      />
      <SlipConfirmation />
    </>
  )
}

function ValueFields({ units }: { units: readonly string[] }) {
  const [only] = units
  return (
    <>
      <TextInput
        name="value"
        label="Value"
        hint="As the laboratory gives it, such as 0.05 or <0.01"
        width={10}
        suffix={units.length === 1 ? only : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      {units.length === 1 ? (
        <HiddenInput name="unit" value={only ?? ''} />
      ) : (
        <Radios name="unit" label="Unit" inline items={units.map((unit) => ({ value: unit, label: unit }))} />
      )}
    </>
  )
}

function ReportFields() {
  return (
    <>
      <TextArea name="reportText" label="What the report says" rows={8} />
      <Radios
        name="outcome"
        label="What does it come to?"
        items={REPORT_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
      />
    </>
  )
}
