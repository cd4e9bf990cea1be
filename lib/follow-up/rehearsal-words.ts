import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { Moved } from './move-people'
import type { RehearsalCounts, RehearsedPerson } from './rehearsal-view'

export function peopleInWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

/** `PSA: 1 Mar 2026, now 1 Sep 2025 (181 days earlier)`. */
export function movedInWords({ name, before, after, days }: RehearsedPerson['moved'][number]): string {
  if (!before) return `${name}: none before, now ${after ? formatDateForStaff(after) : 'none'}`
  if (!after) return `${name}: ${formatDateForStaff(before)}, now none`
  return `${name}: ${formatDateForStaff(before)}, now ${formatDateForStaff(after)} (${shiftInWords(days ?? 0)})`
}

function shiftInWords(days: number): string {
  const count = Math.abs(days)
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`
}

/** What the rehearsal comes to, most worrying first; what happens to nobody is not said. */
export function countsInWords(counts: RehearsalCounts): string[] {
  const said: [number, string][] = [
    [counts.becomesOverdue, 'would have a test overdue at once'],
    [counts.noLongerDue, 'would no longer be asked for a test that is open now'],
    [counts.lostOverrides, 'would lose something that was set for them alone'],
    [counts.dateChanges, 'would have a next test on another day'],
  ]
  return said.flatMap(([count, words]) => (count === 0 ? [] : [`${peopleInWords(count)} ${words}`]))
}

/** Why somebody was left where they were. */
export const WHY_LEFT_WORDS: Readonly<Record<Moved['left'][number]['why'], string>> = {
  not_in_care: 'no longer in the care of your teams',
  died: 'has died',
  ended: 'follow-up has ended',
  changed: 'follow-up changed since the rehearsal: look at them again',
  moved_before: 'had been moved already',
}
