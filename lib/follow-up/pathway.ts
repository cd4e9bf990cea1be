import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ResultFact } from '@/lib/results/result'
import type { ExitReason, Protocol } from './protocol'

/** What was changed for one person, never without a reason. */
export type Override =
  /** From `fromOn`, the test every so many months, counted from the anchor like every other. */
  | { kind: 'interval'; test: string; months: number; fromOn: CalendarDate; reason: string }
  /** Another number in a rule that has one: the limit, or how far above. */
  | { kind: 'threshold'; rule: string; value: number; reason: string }
  /** Another length in years from the anchor. */
  | { kind: 'duration'; years: number; reason: string }
  /** Everything counted from another day than the decision said. */
  | { kind: 'anchor'; on: CalendarDate; reason: string }

/** What a person's pathway keeps: the protocol as it was that day, whatever becomes of the file. */
export type PathwaySnapshot = {
  protocol: Protocol
  /** As it was changed for the person last, or as the decision said. */
  anchorOn: CalendarDate
  /** When the person came onto the pathway: what was over by then is not owed. */
  startedOn: CalendarDate
  bornOn: CalendarDate
  overrides: readonly Override[]
}

/** What happened, each fact on its day; none is ever changed. The order within a list means nothing. */
export type PathwayFacts = {
  /** Tests asked for; `due` is the key of the planned test or repeat. */
  requests: readonly { due: string; on: CalendarDate }[]
  /** Tests that were done, with the laboratory's number of the specimen where it is known. */
  performed: readonly { test: string; on: CalendarDate; specimen: string | null }[]
  /** Every version of every result. */
  results: readonly ResultFact[]
  /** Of results that somebody said answer a test, whatever their day: the key of the planned test or repeat. */
  choices?: readonly { resultId: string; due: string }[]
  reviews: readonly { resultId: string; on: CalendarDate }[]
  /** The person was told. */
  tellings: readonly { resultId: string; on: CalendarDate }[]
  /** A person decided that a test that was not done is not needed any more. */
  settlements: readonly { due: string; on: CalendarDate; reason: string }[]
  /** A further test, asked for because of a result. */
  repeats: readonly { id: string; test: string; orderedOn: CalendarDate; dueOn: CalendarDate }[]
  suspensions: readonly { on: CalendarDate; reason: string }[]
  reactivations: readonly { on: CalendarDate }[]
  end: { on: CalendarDate; reason: ExitReason | 'completed' } | null
}

/** A test that is due at some time. All days are included. */
export type PlannedTest = {
  /** The same as long as the test is due at the same time after the anchor: `psa 6m`. */
  key: string
  test: string
  dueOn: CalendarDate
  /** A test from `opensOn` to `closesOn` is in time. */
  opensOn: CalendarDate
  closesOn: CalendarDate
  /** The first day on which its absence is looked into. */
  overdueOn: CalendarDate
}
