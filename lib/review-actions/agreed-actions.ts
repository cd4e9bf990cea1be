import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewActionEventKind, ReviewActionOwner } from '@/lib/platform/prisma-client/enums'

/** An action of a review, as a page that tells the whole story reads it. */
export type AgreedActionRow = {
  id: string
  reviewId: string
  what: string
  ownerKind: ReviewActionOwner
  /** The hospital team that owns it now; null for the others. */
  ownerName: string | null
  /** As agreed, or as last moved. */
  dueOn: CalendarDate
  kinds: ReviewActionEventKind[]
}

/** Those about the patient `$1`, as far as row-level security shows them, soonest due first: part of a page's statement. */
export const AGREED_ACTIONS_PART = `
  select jsonb_agg(jsonb_build_object('id', action.id, 'reviewId', action.review_id, 'what', action.what,
      'ownerKind', action.owner_kind, 'ownerName', coalesce(said.owner_name, owner.name),
      'dueOn', coalesce(said.due_on, action.due_on), 'kinds', coalesce(said.kinds, '[]')) order by action.due_on, action.id)
  from review_action as action left join team as owner on owner.id = action.owner_team_id
    left join lateral (
      select jsonb_agg(event.kind) as kinds,
        (array_agg(event.due_on order by event.id desc) filter (where event.due_on is not null))[1] as due_on,
        (array_agg(team.name order by event.id desc) filter (where team.name is not null))[1] as owner_name
      from review_action_event as event left join team on team.id = event.team_id
      where event.action_id = action.id) as said on true
  where action.patient_id = $1::uuid`

const OWNERS = { person: 'The person', practice: 'The practice' } as const

/** Whose an action is, in words. */
export function ownerWords({
  ownerKind,
  ownerName,
}: Pick<AgreedActionRow, 'ownerKind' | 'ownerName'>): string {
  return ownerKind === 'hospital_team' ? (ownerName ?? 'A hospital team') : OWNERS[ownerKind]
}
