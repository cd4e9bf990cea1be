import 'server-only'
import type { ComingTest } from '@/lib/messages/test-letters'
import type { OwnFollowUp, TestsDone } from '@/lib/messages/pathway-letters'
import type { WayBack } from '@/lib/messages/way-back'
import { knownTests, testForPerson } from '@/lib/results/known-tests'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { TumourGroup } from '@/lib/nhs/tumour-group'
import { newestQuestions } from '@/lib/re-access/questions-in-force'
import { questionsFor } from '@/lib/re-access/red-flag-questions'
import { comingTests } from '../next-date'
import { HEARD_WITHIN_DAYS } from '../tell-by'
import { occurrencesOf } from '../occurrences'
import { endsOn } from '../schedule'
import type { KnownPathway } from './read-pathways'

/** Of the tests to come, as many as a person keeps in mind. */
const COMING = 4

/** How somebody comes back, and what for. @param group of their cancer, where it is known */
export function wayBackOf({ row, snapshot }: KnownPathway, group: TumourGroup | null = null): WayBack {
  const known = snapshot?.protocol.tumourGroup ?? group
  const questions = questionsFor(newestQuestions, known ? [known] : [])
  const titles = (urgency: 'emergency' | 'same_day') =>
    questions.filter((question) => question.urgency === urgency).map(({ title }) => title)
  return {
    teamName: row.team.name,
    telephone: row.team.telephone,
    emergencies: titles('emergency'),
    sameDay: titles('same_day'),
  }
}

/** A person's follow-up as they are told of it: what comes next, until when, and how to come back. */
export function ownFollowUp(pathway: KnownPathway): OwnFollowUp {
  const { row, snapshot } = pathway
  return {
    stream: row.decision.stream,
    coming: nextTests(pathway),
    until: snapshot && endsOn(snapshot),
    heardWithinDays: HEARD_WITHIN_DAYS,
    wayBack: wayBackOf(pathway),
  }
}

function nextTests(pathway: KnownPathway): ComingTest[] {
  return comingTests(pathway)
    .slice(0, COMING)
    .map(({ test, dueOn }) => ({ test: testForPerson(test), on: dueOn }))
}

/** Each kind of test that was done on a pathway, in the order in which the first of each was. */
export function testsDone({ facts }: KnownPathway): TestsDone[] {
  const days = new Map<string, CalendarDate[]>()
  for (const { test, on } of occurrencesOf(facts, knownTests()))
    days.set(test, [...(days.get(test) ?? []), on])
  return [...days].map(([test, on]) => ({
    test: testForPerson(test),
    times: on.length,
    lastOn: on.at(-1)!,
  }))
}
