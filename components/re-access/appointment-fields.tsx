import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'

/** What became of an appointment that was promised. */
export function AppointmentFields() {
  return (
    <>
      <Radios
        name="step"
        label="What became of the appointment?"
        labelSize="s"
        items={[
          { value: 'seen', label: 'The person was seen' },
          {
            value: 'moved',
            label: 'It was moved, or the person did not come',
            conditional: <DateInput name="appointmentOn" label="New date" labelSize="s" />,
          },
          { value: 'ended', label: 'It is not needed any more', hint: 'Say why below' },
        ]}
      />
      <TextArea name="note" label="What was said, or why" rows={3} />
    </>
  )
}
