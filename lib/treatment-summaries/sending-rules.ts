import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import type { SummaryChannel, SummaryRecipient } from '@/lib/platform/prisma-client/enums'
import type { LiveSummary, SignedVersion, VersionToSend } from './treatment-summary'

export type SendingInput = {
  recipient: SummaryRecipient
  recipientName: string | null
  channel: SummaryChannel
  sentOn: CalendarDate
  note: string | null
}

type Practice = { id: string; name: string } | null

/** The shortest reason that says something. */
const SHORTEST_REASON = 3

/** Everything that stands in the way of recording that a version was sent in this way, in the order of the form. */
export function sendingFaults(
  {
    version,
    practice,
    person,
  }: { version: SignedVersion; practice: Practice; person: LiveSummary['person'] },
  input: SendingInput,
): FieldError[] {
  const { recipient, channel, sentOn, note } = input
  const faults: FieldError[] = []
  if (recipient === 'other' && input.recipientName === null)
    faults.push({ field: 'recipientName', message: 'Enter who it is sent to' })
  if (recipient === 'practice' && channel !== 'in_service' && !practice && input.recipientName === null)
    faults.push({ field: 'recipientName', message: 'Enter the practice: none is known for this person' })
  if (channel === 'in_service') faults.push(...inServiceFaults({ practice, person }, recipient))
  if (channel === 'none' && (note ?? '').trim().length < SHORTEST_REASON)
    faults.push({ field: 'note', message: 'Enter why it is not sent' })
  if (sentOn < version.signedOn)
    faults.push({
      field: 'sentOn',
      message: `Date must be on or after ${formatDateForStaff(version.signedOn)}, when it was signed`,
    })
  return faults
}

/** Why no link can be made for the practice, in words for the hospital team; null if one can. */
export function linkFault({
  versions,
  practice,
  person,
}: {
  versions: readonly unknown[]
  practice: unknown
  person: Pick<LiveSummary['person'], 'sharesWithPractice'>
}): string | null {
  if (versions.length === 0) return 'This summary is not signed yet. Sign it, then make a link'
  if (!practice)
    return 'No practice is known for this person. Record the practice first, or send the summary by post'
  if (!person.sharesWithPractice)
    return 'The person does not share with their practice, so no link can be made. Ask them which way they want'
  return null
}

function inServiceFaults(
  { practice, person }: { practice: Practice; person: LiveSummary['person'] },
  recipient: SummaryRecipient,
): FieldError[] {
  const at = (message: string) => [{ field: 'channel', message }]
  if (recipient !== 'practice') return at('Only a practice gets it in this service. Select another way')
  if (!practice)
    return at(
      'No practice is known for this person. Record the practice first, or select how else it was sent',
    )
  if (!person.sharesWithPractice)
    return at('The person does not share with their practice. Select how else it was sent, or that it is not')
  return []
}

/** How a version that stands is with a practice that the person is registered with only now. */
export type Standing =
  | { is: 'to_send' }
  /** `unread`: the delivery that the practice has not marked as read. */
  | { is: 'sent'; unread: string | null }
  | { is: 'to_decide'; why: string }

/** Whether a version goes to that practice by itself. What a person or a team has said against it is for people to weigh. */
export function standingFor(
  { deliveries }: Pick<VersionToSend, 'deliveries'>,
  person: Pick<LiveSummary['person'], 'sharesWithPractice'>,
  practiceTeamId: string,
): Standing {
  const had = deliveries.find(({ channel, teamId }) => channel === 'in_service' && teamId === practiceTeamId)
  if (had) return { is: 'sent', unread: had.seenAt ? null : had.id }
  if (!person.sharesWithPractice) return { is: 'to_decide', why: DOES_NOT_SHARE }
  const wasKept = deliveries.some(({ recipient, channel }) => recipient === 'practice' && channel === 'none')
  return wasKept ? { is: 'to_decide', why: WAS_NOT_SENT } : { is: 'to_send' }
}

export const DOES_NOT_SHARE = 'The person does not share with their practice'
export const NO_PRACTICE = 'No practice is known for this person'
const WAS_NOT_SENT = 'A practice is known now. Your team recorded before that it is not sent'
