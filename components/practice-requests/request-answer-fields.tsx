import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { RequestState } from '@/lib/practice-requests/rules'

type Props = {
  state: RequestState
  today: CalendarDate
  /** What follows a yes, where the practice has no list of its own. */
  afterYes?: string
}

/** What a practice says to what it was asked: yes, done, or that it cannot and why. */
export function RequestAnswerFields({
  state,
  today,
  afterYes = 'It stays on your list until it is done',
}: Props) {
  const accept = {
    value: 'accepted',
    label: 'Yes, we will do this',
    hint: afterYes,
  }
  return (
    <Radios
      name="answer"
      label="What is your practice’s answer?"
      items={[
        ...(state === 'asked' ? [accept] : []),
        {
          value: 'done',
          label: 'Yes, it is done',
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
