import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What a practice says to what it was asked: done, or that it cannot and why. */
export function AnswerFields({ today }: { today: CalendarDate }) {
  return (
    <Radios
      name="answer"
      label="Has your practice done this?"
      items={[
        {
          value: 'done',
          label: 'Yes, done',
          conditional: (
            <>
              <DateInput name="on" label="When?" value={today} />
              <TextArea
                name="note"
                label="Anything the hospital team should know"
                hint="For example, a result"
                rows={3}
              />
            </>
          ),
        },
        {
          value: 'declined',
          label: 'No, we cannot do this',
          hint: 'The hospital team then finds another way',
          conditional: <TextArea name="reason" label="Why not?" rows={3} />,
        },
      ]}
    />
  )
}
