import { DateInput } from '@/components/nhs/date-input'
import { Fieldset } from '@/components/nhs/fieldset'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { CaringTeam } from '@/lib/care-teams/current-teams'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { CALLER_LABELS, CHANNEL_LABELS, REASON_LABELS } from '@/lib/re-access/labels'

const itemsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** The link to the service comes later: nobody chooses it for somebody else. */
const CHANNELS = itemsOf(CHANNEL_LABELS).filter(({ value }) => value !== 'link')

type Props = { teams: readonly CaringTeam[]; today: CalendarDate; time: string; isPractice: boolean }

/** Who got in touch, how, when and why. */
export function ContactFields({ teams, today, time, isPractice }: Props) {
  return (
    <>
      <Radios
        name="caller"
        label="Who got in touch?"
        labelSize="s"
        value="patient"
        items={itemsOf(CALLER_LABELS)}
        small
        inline
      />
      <TextInput
        name="callerName"
        label="Name of the caller, if it is somebody else"
        width={20}
        autoComplete="off"
      />
      <Radios name="channel" label="How?" labelSize="s" value="telephone" items={CHANNELS} small inline />
      <Fieldset legend="When?" labelSize="s">
        <DateInput name="contactedOn" label="Date" labelSize="s" value={today} />
        <TextInput name="contactedTime" label="Time" hint="For example, 14:30" width={5} value={time} />
      </Fieldset>
      <Select
        name="reason"
        label="What is it about?"
        options={[{ value: '', label: 'Choose what it is about' }, ...itemsOf(REASON_LABELS)]}
      />
      <TextArea name="words" label="Why, in their words" rows={3} />
      <TextInput
        name="callBackNumber"
        label="Number to ring back"
        hint="If it is another than on the record"
        type="tel"
        width={20}
        autoComplete="off"
      />
      {teams.length > 1 ? (
        <Select
          name="teamId"
          label="Which team is asked?"
          value={isPractice ? '' : teams[0]?.id}
          options={[
            { value: '', label: 'Choose a team' },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </>
  )
}
