import { SummaryList } from '@/components/nhs/summary-list'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { ContactView } from '@/lib/re-access/contact'
import { CALLER_LABELS, CHANNEL_LABELS, REASON_LABELS } from '@/lib/re-access/labels'
import { dueWords, UrgencyAndState } from './urgency-and-state'

/** Who got in touch, why, and where it stands. */
export function ContactFacts({ contact }: { contact: ContactView }) {
  const { caller, callerName, channel, contactedAt, callBackNumber, team, recordedBy, recordedAt } = contact
  return (
    <SummaryList
      rows={[
        { label: 'Where it stands', value: <UrgencyAndState contact={contact} /> },
        { label: 'Owed', value: dueWords(contact) },
        {
          label: 'Who',
          value: `${[CALLER_LABELS[caller], callerName].filter(Boolean).join(', ')}. ${CHANNEL_LABELS[channel]}, ${formatInstantForStaff(contactedAt)}`,
        },
        { label: 'About', value: REASON_LABELS[contact.reason] },
        {
          label: 'In their words',
          value: <span className="app-preserve-lines">{contact.words}</span>,
        },
        { label: 'Ring back on', value: callBackNumber ?? 'The number on the record' },
        { label: 'With', value: [team.name, team.telephone].filter(Boolean).join(', ') },
        { label: 'Taken by', value: `${recordedBy}, ${formatInstantForStaff(recordedAt)}` },
      ]}
    />
  )
}
