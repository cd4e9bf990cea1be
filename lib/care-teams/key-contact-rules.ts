import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { FieldError } from '@/lib/platform/form-state'
import type { StaleDifference } from '@/lib/platform/errors'
import type { KeyContact, PossibleContact } from './key-contact'
import { KEY_CONTACT_ROLE_LABELS } from './key-contact-labels'

type Said = Pick<KeyContact, 'role' | 'relationship' | 'email'> & {
  staffId: string | null
  name: string | null
  telephone: string | null
}

/** Who a contact is, as the columns hold it. */
export type ContactPerson = { staffId: string | null; teamId: string | null; name: string }

/**
 * Who is meant: a member of a team that has the person in care, or somebody by name.
 *
 * @param stays who it is already: staff who have left their team may stay a contact, but not become one
 * @returns null if it is neither
 */
export function personMeant(
  { staffId, name }: Pick<Said, 'staffId' | 'name'>,
  possible: readonly PossibleContact[],
  stays?: ContactPerson,
): ContactPerson | null {
  if (staffId === null) return name === null ? null : { staffId: null, teamId: null, name }
  if (stays?.staffId === staffId) return stays
  const member = possible.find((one) => one.staffId === staffId)
  return member ? { staffId, teamId: member.teamId, name: member.name } : null
}

/** What is wrong with a contact, at the fields. */
export function contactFaults(
  { role, staffId }: Pick<Said, 'role' | 'staffId'>,
  person: ContactPerson | null,
): FieldError[] {
  if (!person) return [{ field: 'staffId', message: 'Select a member of a team that has the person in care' }]
  if (role === 'carer' && staffId !== null)
    return [
      { field: 'role', message: 'Select the role of the member of staff: carers are named, not picked' },
    ]
  return []
}

/** Why somebody cannot have stopped being a contact on that day, or null. */
export function endFault(endedOn: CalendarDate, startedOn: CalendarDate): string | null {
  return endedOn < startedOn
    ? `Date they stopped must be on or after ${formatDateForStaff(startedOn)}, when they began`
    : null
}

type Shown = Pick<Said, 'role' | 'name' | 'relationship' | 'telephone' | 'email'>

/** In which of its fields a contact now differs from what was about to be saved, in words. */
export function contactDifferences(theirs: Shown, yours: Shown): StaleDifference[] {
  const fields: [label: string, words: (contact: Shown) => string | null][] = [
    ['Role', ({ role }) => KEY_CONTACT_ROLE_LABELS[role]],
    ['Name', ({ name }) => name],
    ['Relationship', ({ relationship }) => relationship],
    ['Telephone', ({ telephone }) => telephone],
    ['Email address', ({ email }) => email],
  ]
  return fields
    .map(([label, words]) => ({
      label,
      theirs: words(theirs) ?? 'Not recorded',
      yours: words(yours) ?? 'Not recorded',
    }))
    .filter((difference) => difference.theirs !== difference.yours)
}
