import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { PathwayStepPage } from '@/lib/follow-up/get-pathway-step'
import { PATHWAY_END_LABELS } from '@/lib/follow-up/labels'
import { ENDS_TO_CHOOSE, type PathwayStep } from '@/lib/follow-up/pathway-steps'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

type Props = { page: PathwayStepPage; step: PathwayStep; today: CalendarDate }

/** What a step of a pathway asks, and what it moves. */
export function PathwayStepFields({ page, step, today }: Props) {
  return (
    <>
      <OfStep page={page} step={step} today={today} />
      <DateInput name="on" label="When?" value={today} />
      <TextArea name="reason" label={step === 'seen_after_recall' ? 'What came of it?' : 'Why?'} rows={3} />
    </>
  )
}

function OfStep({ page: { recallDays, others, practice }, step, today }: Props) {
  switch (step) {
    case 'suspended':
      return (
        <DateInput
          name="byOn"
          label="When is it decided whether follow-up goes on?"
          hint="It is then on the team’s worklist"
        />
      )
    case 'recalled':
      return (
        <p>
          Called back today, the person is seen by {formatDateForStaff(addDays(today, recallDays))}: within{' '}
          {recallDays} days, as the team has set itself.
        </p>
      )
    case 'transferred':
      return (
        <Radios
          name="teamId"
          label="Which team takes over?"
          items={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )
    case 'ended':
      return <End practice={practice?.name ?? null} />
    default:
      return null
  }
}

function End({ practice }: { practice: string | null }) {
  return (
    <>
      <Radios
        name="end"
        label="Why does it end?"
        items={ENDS_TO_CHOOSE.map((end) => ({ value: end, label: PATHWAY_END_LABELS[end] }))}
      />
      <TextArea
        name="letter"
        label={practice ? `Letter to ${practice}` : 'Letter to the practice'}
        hint="Needed when follow-up is completed or discharged. Kept on the record as written"
        rows={6}
      />
    </>
  )
}
