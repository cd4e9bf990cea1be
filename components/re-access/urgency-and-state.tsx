import { Tag } from '@/components/nhs/tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { ContactView } from '@/lib/re-access/contact'
import { CONTACT_STATE_LABELS, OUTCOME_LABELS, URGENCY_LABELS } from '@/lib/re-access/labels'

type Props = { contact: Pick<ContactView, 'urgency' | 'state' | 'isLate' | 'outcome'> }

/** How urgent a contact is and where it stands, as tags; late ones in red. */
export function UrgencyAndState({ contact: { urgency, state, isLate, outcome } }: Props) {
  const { label, colour } = CONTACT_STATE_LABELS[state]
  return (
    <>
      <Tag colour={URGENCY_LABELS[urgency].colour}>{URGENCY_LABELS[urgency].label}</Tag>{' '}
      {isLate ? <Tag colour="red">Late</Tag> : <Tag colour={colour}>{label}</Tag>}
      {outcome && state !== 'waiting' ? ` ${OUTCOME_LABELS[outcome]}` : null}
    </>
  )
}

/** By when something has to happen, or did not have to any more. */
export function dueWords({
  state,
  answerBy,
  appointmentOn,
}: Pick<ContactView, 'state' | 'answerBy' | 'appointmentOn'>): string {
  if (state === 'waiting') return `Answer by ${formatInstantForStaff(answerBy)}`
  if (state === 'appointment' && appointmentOn) return `To be seen on ${formatDateForStaff(appointmentOn)}`
  return 'Nothing is owed'
}
