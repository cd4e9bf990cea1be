import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { SummaryChannel, SummaryRecipient } from '@/lib/platform/prisma-client/enums'
import { CHANNEL_LABELS, RECIPIENT_LABELS } from '@/lib/treatment-summaries/labels'

type Props = { practice: string | null; today: CalendarDate }

/** To whom, by which way and when; or that there is no way, and why. */
export function SendingFields({ practice, today }: Props) {
  return (
    <>
      <Radios
        name="recipient"
        label="Who gets it?"
        items={Object.values(SummaryRecipient).map((value) => ({
          value,
          label: RECIPIENT_LABELS[value],
          hint: value === 'practice' ? (practice ?? 'None is known for this person') : undefined,
        }))}
      />
      <TextInput
        name="recipientName"
        label="Their name"
        hint="Somebody else, or a practice that is not known here"
        autoComplete="off"
      />
      <Radios
        name="channel"
        label="How is it sent?"
        items={Object.values(SummaryChannel).map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
      />
      <DateInput name="sentOn" label="When was it sent?" hint="Or decided" value={today} />
      <TextArea name="note" label="Note" hint="If it is not sent, why" rows={2} />
    </>
  )
}
