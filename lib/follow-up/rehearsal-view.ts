import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** One person who would move to another version, and what would change for them. */
export type RehearsedPerson = {
  pathwayId: string
  /** Of the pathway as it was rehearsed: one that changed since is left where it is. */
  pathwayVersion: number
  patientId: string
  name: string
  nhsNumber: string
  bornOn: CalendarDate
  team: string
  /** The version that they are on. */
  from: string
  moved: { name: string; before: CalendarDate | null; after: CalendarDate | null; days: number | null }[]
  becomesOverdue: { name: string; dueOn: CalendarDate }[]
  noLongerDue: { name: string; dueOn: CalendarDate }[]
  /** What was changed for them and the new version has no test or rule for, in words. */
  lostOverrides: string[]
}

/** How many people there are, and for how many of them what changes. */
export type RehearsalCounts = {
  people: number
  dateChanges: number
  becomesOverdue: number
  noLongerDue: number
  lostOverrides: number
}

export function countsOf(people: readonly RehearsedPerson[]): RehearsalCounts {
  const having = (kind: 'moved' | 'becomesOverdue' | 'noLongerDue' | 'lostOverrides') =>
    people.filter((person) => person[kind].length > 0).length
  return {
    people: people.length,
    dateChanges: having('moved'),
    becomesOverdue: having('becomesOverdue'),
    noLongerDue: having('noLongerDue'),
    lostOverrides: having('lostOverrides'),
  }
}

/** Who has most to lose comes first; then by name. */
export function mostAtStakeFirst(one: RehearsedPerson, other: RehearsedPerson): number {
  return (
    stake(other) - stake(one) ||
    one.name.localeCompare(other.name, 'en-GB') ||
    one.pathwayId.localeCompare(other.pathwayId)
  )
}

function stake({ becomesOverdue, noLongerDue, lostOverrides, moved }: RehearsedPerson): number {
  const has = (list: readonly unknown[], weight: number) => (list.length > 0 ? weight : 0)
  return has(becomesOverdue, 8) + has(noLongerDue, 4) + has(lostOverrides, 2) + has(moved, 1)
}
