import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import type { PathwayFacts } from './pathway'

/** The facts as they stood at the end of that day. Days of the future count for nothing yet. */
export function factsKnownBy(day: CalendarDate, facts: PathwayFacts): PathwayFacts {
  const known = <Fact extends { on: CalendarDate }>(list: readonly Fact[]) =>
    list.filter(({ on }) => on <= day)
  return {
    requests: known(facts.requests),
    performed: known(facts.performed),
    results: facts.results.filter(({ receivedAt }) => londonDate(receivedAt) <= day),
    choices: facts.choices ?? [],
    reviews: known(facts.reviews),
    tellings: known(facts.tellings),
    settlements: known(facts.settlements),
    repeats: facts.repeats.filter(({ orderedOn }) => orderedOn <= day),
    suspensions: known(facts.suspensions),
    reactivations: known(facts.reactivations),
    end: facts.end && facts.end.on <= day ? facts.end : null,
  }
}

/** A time without asking for tests; still going on when `until` is null, else over on that day. */
export type Suspension = { from: CalendarDate; until: CalendarDate | null }

/** The suspensions, earliest first. One that begins within another changes nothing; on one day, re-activation comes last. */
export function suspensionsOf({ suspensions, reactivations }: PathwayFacts): Suspension[] {
  const ends = reactivations.map(({ on }) => on).sort()
  const found: Suspension[] = []
  for (const from of suspensions.map(({ on }) => on).sort()) {
    const last = found.at(-1)
    if (last && (last.until === null || from < last.until)) continue
    found.push({ from, until: ends.find((end) => end >= from) ?? null })
  }
  return found
}
