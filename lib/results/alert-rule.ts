import { z } from 'zod'
import { groundsShape } from '@/lib/platform/reference-grounds'
import { millionthsOf } from './quantity'
import { REPORT_OUTCOMES } from './result'

const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
const days = z.int().min(0, 'must not be negative').max(3660)
const months = z.number().positive('must be more than 0').max(120)

/** A number of a rule: no negative, six decimals at the most, so that it can be compared exactly. */
const amount = z
  .number()
  .min(0, 'must not be negative')
  .refine((value) => value < 0 || millionthsOf(value) !== null, 'must have six decimals or fewer')

const ruleShape = {
  code,
  /** What is proposed to the person who reviews; the choice is theirs. */
  proposes: z.enum(['repeat', 'contact', 'recall']),
  /** What to bear in mind while that many months have passed since the anchor. */
  caution: z
    .strictObject({
      fromMonths: z.int().min(0),
      toMonths: z.int().positive(),
      text: z.string().trim().min(1).max(300),
    })
    .optional(),
  ...groundsShape,
}

const numberShape = { ...ruleShape, analyte: code, unit: z.string().trim().min(1) }

/** `at_or_above` 0.2 is met by 0.2; `above` is not. */
export const limitRule = z.strictObject({
  kind: z.literal('limit'),
  ...numberShape,
  is: z.enum(['at_or_above', 'above', 'at_or_below', 'below']),
  value: amount,
})

/** So much or more above the lowest reading since the anchor. */
export const nadirRule = z.strictObject({
  kind: z.literal('above_nadir'),
  ...numberShape,
  by: amount.refine((value) => value > 0, 'must be more than 0'),
})

/** So much or more above the first reading that is at least `settledDays` after the anchor. */
export const baselineRule = z.strictObject({
  kind: z.literal('above_baseline'),
  ...numberShape,
  by: amount.refine((value) => value > 0, 'must be more than 0'),
  settledDays: days,
})

/** Each of so many readings in a row higher than the one before. */
export const risesRule = z.strictObject({
  kind: z.literal('consecutive_rises'),
  ...numberShape,
  rises: z.int().min(2, 'must be 2 or more').max(10),
})

/**
 * Doubling in fewer months than `underMonths`: the slope of the logarithms over time, by least squares, of the exact
 * readings of the `withinMonths` before that are `from` or more.
 */
export const doublingRule = z.strictObject({
  kind: z.literal('doubling_time'),
  ...numberShape,
  underMonths: months,
  withinMonths: months,
  from: amount.refine((value) => value > 0, 'must be more than 0'),
  atLeastReadings: z.int().min(2, 'must be 2 or more').max(20),
  leastSpanDays: days,
})

/** A report whose outcome is one of these. */
export const outcomeRule = z.strictObject({
  kind: z.literal('outcome'),
  ...ruleShape,
  test: code,
  outcomes: z.array(z.enum(REPORT_OUTCOMES)).min(1, 'must name an outcome'),
})

/** The rules about results. That a test is missing, the follow-up pathway knows. */
export const RESULT_RULES = [
  limitRule,
  nadirRule,
  baselineRule,
  risesRule,
  doublingRule,
  outcomeRule,
] as const

export type LimitRule = z.infer<typeof limitRule>
export type NadirRule = z.infer<typeof nadirRule>
export type BaselineRule = z.infer<typeof baselineRule>
export type RisesRule = z.infer<typeof risesRule>
export type DoublingRule = z.infer<typeof doublingRule>
export type OutcomeRule = z.infer<typeof outcomeRule>
export type NumberRule = LimitRule | NadirRule | BaselineRule | RisesRule | DoublingRule

/** A rule of a protocol, with the threshold of one person in place of its own where somebody set one. */
export type ResultRule = (NumberRule | OutcomeRule) & {
  /** Why this person has another threshold than the protocol. */
  personalReason?: string
}
