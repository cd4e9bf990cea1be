import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ResultRule } from './alert-rule'

/** Which protocol a rule belongs to. */
export type ProtocolReference = { id: string; version: string }

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

/** `rule psa_limit of protocol prostate-after-surgery, version 2026-11`, and why this person's threshold is their own. */
export function ruleInWords(
  rule: { code: string; personalReason?: string },
  { id, version }: ProtocolReference,
): string {
  const own = rule.personalReason ? `, threshold set for this person: ${rule.personalReason}` : ''
  return `rule ${rule.code} of protocol ${id}, version ${version}${own}`
}
