import 'server-only'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { ActionFact, ActionOwner, PlanAction, PlanItem, PlanPerson } from '../care-plan'
import { actionStateOf } from '../rules'

const actionRelations = {
  ownerStaff: true,
  ownerTeam: { select: { name: true } },
  events: { orderBy: { id: 'asc' } },
} satisfies Prisma.ActionInclude

export const itemRelations = {
  concern: { select: { ownWords: true, addedBy: true, priority: true } },
  reviews: { orderBy: { id: 'asc' } },
  actions: { include: actionRelations, where: { removedAt: null }, orderBy: { id: 'asc' } },
} satisfies Prisma.PlanItemInclude

type ItemRow = Prisma.PlanItemGetPayload<{ include: typeof itemRelations }>
type ActionRow = Prisma.ActionGetPayload<{ include: typeof actionRelations }>
type Name = (id: string | null) => string

/** Whose names an item needs. */
export function itemStaffIds(item: ItemRow): (string | null)[] {
  return item.actions.flatMap((action) => action.events.map((event) => event.recordedById))
}

export function planItemOf(item: ItemRow, person: PlanPerson, name: Name): PlanItem {
  return {
    id: item.id,
    version: item.version,
    concern: {
      code: item.concernCode,
      label: item.concernLabel,
      score: item.scoreAtStart,
      ownWords: item.concern?.ownWords ?? null,
      addedBy: item.concern?.addedBy ?? null,
      isPriority: (item.concern?.priority ?? null) !== null,
    },
    whatMatters: item.whatMatters,
    goal: item.goal,
    isLeftOut: item.removedAt !== null,
    scores: scoresOf(item),
    actions: item.actions.map((action) => planActionOf(action, person, name)),
  }
}

function planActionOf(action: ActionRow, person: PlanPerson, name: Name): PlanAction {
  return {
    id: action.id,
    version: action.version,
    what: action.what,
    help: action.help,
    owner: ownerOf(action, person),
    dueOn: fromDatabaseDate(action.dueOn),
    state: actionStateOf(action.events.map((event) => event.kind)),
    history: action.events.map((event) => factOf(event, name)),
  }
}

function ownerOf(action: ActionRow, person: PlanPerson): ActionOwner {
  const { ownerKind: kind, ownerStaffId: staffId, ownerTeamId: teamId } = action
  if (action.ownerStaff) return { kind, staffId, teamId, name: formatNamePlain(action.ownerStaff) }
  if (action.ownerTeam) return { kind, staffId, teamId, name: action.ownerTeam.name }
  return { kind, staffId, teamId, name: person.preferredName ?? formatNamePlain(person) }
}

function factOf(event: ActionRow['events'][number], name: Name): ActionFact {
  const { kind, outcome, newScore, note } = event
  return { kind, outcome, newScore, note, on: fromDatabaseDate(event.on), by: name(event.recordedById) }
}

function scoresOf(item: ItemRow): PlanItem['scores'] {
  const scored = [...item.reviews, ...item.actions.flatMap((action) => action.events)]
  return scored
    .flatMap(({ on, newScore, recordedAt }) =>
      newScore === null ? [] : [{ on: fromDatabaseDate(on), score: newScore, recordedAt }],
    )
    .sort((one, other) =>
      one.on < other.on ? -1 : one.on > other.on ? 1 : +one.recordedAt - +other.recordedAt,
    )
    .map(({ on, score }) => ({ on, score }))
}
