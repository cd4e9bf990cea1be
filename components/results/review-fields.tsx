import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { DECISION_LABELS } from '@/lib/results/labels'

/** What happens next after a result, each choice with what it does. Without a pathway there is nothing to repeat or stop. */
export function ReviewFields({ hasPathway }: { hasPathway: boolean }) {
  const ofPathway = [
    {
      value: 'repeat',
      label: DECISION_LABELS.repeat,
      hint: 'Another test is due on that day and somebody has to ask for it. The planned tests stay as they are',
      conditional: <DateInput name="repeatOn" label="When?" hint="For example, 15 3 2027" />,
    },
    {
      value: 'recall',
      label: DECISION_LABELS.recall,
      hint: 'The person is seen within the days that your team has set, usually 14. Follow-up goes on meanwhile',
    },
    {
      value: 'suspend',
      label: DECISION_LABELS.suspend,
      hint: 'No tests are asked for until somebody starts follow-up again',
      conditional: (
        <DateInput name="suspendUntil" label="When is it looked at again?" hint="For example, 15 3 2027" />
      ),
    },
  ]
  return (
    <>
      <Radios
        name="decision"
        label="What happens next?"
        labelSize="m"
        items={[
          {
            value: 'continue',
            label: DECISION_LABELS.continue,
            hint: 'Nothing changes. The person is told the result and the next date',
          },
          {
            value: 'contact',
            label: DECISION_LABELS.contact,
            hint: 'Your team talks to the person about it. Follow-up goes on',
          },
          ...(hasPathway ? ofPathway : []),
        ]}
      />
      <TextArea name="note" label="Note (optional)" rows={3} />
    </>
  )
}
