import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { howToldHint, howToldItems } from '@/components/results/how-told'
import type { TestStep } from '@/lib/follow-up/test-steps'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'

const STEP_WORDS: Readonly<Record<TestStep, { label: string; hint: string }>> = {
  requested: { label: 'It was asked for', hint: 'Booked, ordered, or the form was sent' },
  done: { label: 'It was done', hint: 'The result is then waited for' },
  not_attended: { label: 'The person did not come', hint: 'It is then to be asked for again' },
  told: { label: 'The person was told the result and the next date', hint: 'How, below' },
  not_needed: { label: 'It is not needed', hint: 'Say why in the note; nobody is asked for it again' },
}

/** Of a test that was said to be done, or not to be needed. */
const TAKING_BACK: Readonly<Partial<typeof STEP_WORDS>> = {
  requested: {
    label: 'It is needed after all, and was asked for',
    hint: 'Say in the note why it is otherwise than was recorded',
  },
  not_attended: {
    label: 'It was not done after all',
    hint: 'Say in the note what was wrong; it is then to be asked for again',
  },
}

type Props = {
  steps: readonly TestStep[]
  /** How the person may be told. */
  waysToTell: readonly ToldBy[]
  today: CalendarDate
}

/** What can be said of a test now. Chosen for nobody is what would end it: a note and the button alone drop no test. */
export function TestStepFields({ steps, waysToTell, today }: Props) {
  const isTakenBack = !steps.includes('done')
  return (
    <>
      <Radios
        name="step"
        label="What happened?"
        value={steps.length === 1 && steps[0] === 'told' ? 'told' : null}
        items={steps.map((step) => ({
          value: step,
          ...((isTakenBack && TAKING_BACK[step]) || STEP_WORDS[step]),
          conditional: step === 'told' ? <HowTold waysToTell={waysToTell} /> : undefined,
        }))}
      />
      <DateInput name="on" label="When?" value={today} />
      <TextArea
        name="note"
        label="Note"
        hint={
          steps.includes('not_needed')
            ? 'For example where it was booked, or why it is not needed'
            : undefined
        }
        rows={2}
      />
    </>
  )
}

function HowTold({ waysToTell }: Pick<Props, 'waysToTell'>) {
  return (
    <Select
      name="toldBy"
      label="How was the person told?"
      hint={howToldHint(waysToTell)}
      options={[{ value: '', label: 'Choose' }, ...howToldItems(waysToTell)]}
    />
  )
}
