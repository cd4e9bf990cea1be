import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { Invitation } from './due-review'
import { EXCUSE_LABELS, REVIEW_CHANNEL_LABELS } from './labels'
import type { ReviewWindow } from './review-windows'

/** Where a review stands, in a line. */
export function windowWords(standing: ReviewWindow, today: CalendarDate): string {
  const due = `${formatDateForStaff(standing.dueOn)}, ${formatDaysFromToday(standing.dueOn, today)}`
  switch (standing.state) {
    case 'not_yet':
      return `Not yet: from ${formatDateForStaff(standing.opensOn)}, due by ${formatDateForStaff(standing.dueOn)}`
    case 'due':
      return `Due by ${due}`
    case 'overdue':
      return `Overdue: was due by ${due}`
    case 'met':
      return `Held on ${formatDateForStaff(standing.metOn)}${standing.metOn > standing.dueOn ? ', late' : ''}`
    case 'excused':
      return `Not needed: ${EXCUSE_LABELS[standing.reason].toLowerCase()}`
  }
}

/** The last invitation, and how many there were: `Letter, 3 Oct 2026, the second`. */
export function invitedWords(invitations: readonly Invitation[]): string {
  const last = invitations.at(-1)
  if (!last) return 'Not invited yet'
  const how = `${REVIEW_CHANNEL_LABELS[last.channel]}, ${formatDateForStaff(last.on)}`
  return invitations.length === 1 ? how : `${how}, invited ${invitations.length} times`
}
