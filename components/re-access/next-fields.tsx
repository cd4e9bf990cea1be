import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { DecisionFields } from './decision-fields'

/** What comes next of a contact that is being recorded. A practice leaves the answer to the hospital team. */
export function NextFields({ mayAnswer }: { mayAnswer: boolean }) {
  if (!mayAnswer) return <HiddenInput name="next" value="waits" />
  return (
    <Radios
      name="next"
      label="What happens next?"
      labelSize="s"
      small
      items={[
        {
          value: 'waits',
          label: 'The team answers',
          hint: 'The next page says by when. Tell the caller',
        },
        {
          value: 'answered',
          label: 'It was answered just now',
          hint: 'Nothing more is owed. With a red flag, a clinician decides, or the person is sent to A&E',
          conditional: (
            <>
              <DecisionFields />
              <TextArea name="note" label="What was said or decided" rows={3} />
            </>
          ),
        },
      ]}
    />
  )
}
