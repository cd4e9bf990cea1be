import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { LimitRule, ResultRule } from './alert-rule'

/** Which protocol a rule belongs to. */
export type ProtocolReference = { id: string; version: string }

/** The same, with what staff call it. */
export type NamedProtocol = ProtocolReference & { title: string }

/** A value as an alert rests on it. */
export type AlertValue = { resultId: string; sampleOn: CalendarDate; words: string }

/** Something that a person has to look at. */
export type Alert = {
  /** The same for the same rule and values, so that an alert is raised once; a corrected value makes another. */
  key: string
  rule: string
  proposes: ResultRule['proposes']
  protocol: ProtocolReference
  /** The result that raised it; null for a test that is missing. */
  resultId: string | null
  /** `cannot_tell`: whether the rule is met depends on what the laboratory could not say. A person decides. */
  certainty: 'sure' | 'cannot_tell'
  on: CalendarDate
  values: readonly AlertValue[]
  /** What happened, by which rule of which protocol. One or more sentences. */
  words: string
}

type NamedRule = Pick<LimitRule, 'kind' | 'is'> | { kind: Exclude<ResultRule['kind'], 'limit'> | 'missing' }

const RULE_NAMES = {
  above_nadir: 'rise above the lowest',
  above_baseline: 'rise above the first',
  consecutive_rises: 'rises in a row',
  doubling_time: 'doubling time',
  outcome: 'what was found',
  missing: 'not done',
} as const

/** What staff call a rule about something: `PSA, too high`. */
export function ruleName(rule: NamedRule): string {
  if (rule.kind !== 'limit') return RULE_NAMES[rule.kind]
  return rule.is === 'above' || rule.is === 'at_or_above' ? 'too high' : 'too low'
}

/** `rule “too high” of “Prostate, after surgery”, version 2026-11`, and why this person's threshold is their own. */
export function ruleInWords(
  rule: NamedRule & { personalReason?: string },
  { title, version }: NamedProtocol,
): string {
  const own = rule.personalReason ? `, threshold set for this person: ${rule.personalReason}` : ''
  return `rule “${ruleName(rule)}” of “${title}”, version ${version}${own}`
}
