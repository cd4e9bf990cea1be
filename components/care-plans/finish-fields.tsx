import { DateInput } from '@/components/nhs/date-input'
import { NumberInput } from '@/components/nhs/number-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { OUTCOME_LABELS } from '@/lib/care-plans/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { ActionOutcome } from '@/lib/platform/prisma-client/enums'

/** How an action was finished: done, with what came of it and the score again, or not needed, with the reason. */
export function FinishFields({ concernLabel, today }: { concernLabel: string; today: CalendarDate }) {
  return (
    <>
      <Radios
        name="result"
        label="Was it done?"
        items={[
          { value: 'done', label: 'Yes, it was done', conditional: <Outcome concernLabel={concernLabel} /> },
          {
            value: 'not_needed',
            label: 'No, it is not needed any more',
            conditional: <TextArea name="reason" label="Why not?" rows={2} />,
          },
        ]}
      />
      <DateInput name="on" label="When?" value={today} />
    </>
  )
}

function Outcome({ concernLabel }: { concernLabel: string }) {
  return (
    <>
      <Radios
        name="outcome"
        label={`How is ${concernLabel.toLowerCase()} now?`}
        items={Object.values(ActionOutcome).map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
      />
      <NumberInput
        name="newScore"
        label="Score now"
        hint="0, no trouble, to 10, the worst. Leave it empty if they would rather not score it"
        width={2}
      />
      <TextArea name="note" label="Note" rows={2} />
    </>
  )
}
