import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FieldError } from '@/lib/platform/form-state'
import { dateOf } from './typed-date'
import type { ReviewActionOwner } from '@/lib/platform/prisma-client/enums'
import { isActionBegun, type DraftAction } from './review-draft'

/** Somebody who can own what a review agrees. `value`: `person`, `practice`, or the id of a hospital team. */
export type ActionOwnerChoice = { value: string; name: string }

/** What was agreed, whose it is and by when. `teamId` where a hospital team is asked. */
export type AgreedAction = {
  what: string
  owner: { kind: ReviewActionOwner; teamId: string | null; name: string }
  dueOn: CalendarDate
}

type Grounds = { owners: readonly ActionOwnerChoice[]; today: CalendarDate; diedOn: CalendarDate | null }

/** What was agreed, with one owner and one date each; rows into which nothing was typed are left out. */
export function checkActions(
  typed: readonly DraftAction[],
  grounds: Grounds,
): { actions: AgreedAction[]; problems: FieldError[] } {
  const problems: FieldError[] = []
  const actions = typed.flatMap((action, place) => {
    if (!isActionBegun(action)) return []
    const checked = checkAction(action, place + 1, grounds, problems)
    return checked ? [checked] : []
  })
  return { actions, problems }
}

function checkAction(
  { what, owner, dueOn }: DraftAction,
  number: number,
  { owners, today, diedOn }: Grounds,
  problems: FieldError[],
): AgreedAction | null {
  const before = problems.length
  const name = `actions.${number}`
  const fault = (field: string, message: string) => problems.push({ field: `${name}.${field}`, message })
  if (diedOn) fault('what', `Action ${number}: the person has died. Clear this row`)
  if (what.trim() === '') fault('what', `Action ${number}: enter what is to be done`)
  const chosen = owners.find(({ value }) => value === owner)
  if (!chosen) fault('owner', `Action ${number}: select who will do it`)
  const due = dateOf(dueOn, `${name}.dueOn`, `Action ${number}: date`, problems)
  if (due && due < today) fault('dueOn', `Action ${number}: date must be today or later`)
  if (problems.length > before || !chosen || !due) return null
  return { what: what.trim(), owner: ownerOf(chosen), dueOn: due }
}

function ownerOf({ value, name }: ActionOwnerChoice): AgreedAction['owner'] {
  if (value === 'person' || value === 'practice') return { kind: value, teamId: null, name }
  return { kind: 'hospital_team', teamId: value, name }
}
