import { z } from 'zod'
import { addWorkingHours } from '@/lib/nhs/working-hours'
import type { BankHolidays } from '@/lib/nhs/working-days'
import { groundsShape } from '@/lib/platform/reference-grounds'
import { MILLION, millionthsOf } from './quantity'
import { REPORT_OUTCOMES, type ResultFact } from './result'
import { isAtOrAbove, spanOf } from './span'

/** How an in-range result reaches the person: at once with an explanation, after working hours, or when somebody says so. */
const how = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('at_once') }),
  z.strictObject({ how: z.literal('after_working_hours'), hours: z.int().positive().max(400) }),
  z.strictObject({ how: z.literal('on_sign_off') }),
])

const limit = z
  .number()
  .positive('must be more than 0')
  .refine((value) => millionthsOf(value) !== null, 'must have six decimals or fewer')

/** Numbers below each limit in turn; those of the last band have none. */
const numberRelease = z
  .strictObject({
    kind: z.literal('number'),
    analyte: z.string(),
    unit: z.string().trim().min(1),
    bands: z
      .array(z.strictObject({ below: limit.optional(), release: how }))
      .min(1, 'must hold at least one band'),
    ...groundsShape,
  })
  .superRefine(({ bands }, context) => {
    bands.forEach(({ below }, place) => {
      const before = bands[place - 1]?.below
      const isLast = place === bands.length - 1
      const fault = (message: string) =>
        context.addIssue({ code: 'custom', path: ['bands', place, 'below'], message })
      if (isLast !== (below === undefined)) fault('every band but the last has an upper limit')
      else if (below !== undefined && before !== undefined && below <= before)
        fault('must be above the limit of the band before')
    })
  })

/** Reports without an outcome that asks for something. */
const reportRelease = z.strictObject({
  kind: z.literal('report'),
  test: z.string(),
  outcomes: z.array(z.enum(REPORT_OUTCOMES)).min(1),
  release: how,
  ...groundsShape,
})

export const releaseSchema = z.discriminatedUnion('kind', [numberRelease, reportRelease])

export type ReleaseRule = z.infer<typeof releaseSchema>
export type Release = z.infer<typeof how>

/** What bears on whether a result may be shown. */
export type ReleaseCase = {
  result: ResultFact
  rules: readonly ReleaseRule[]
  /** Whether any alert rests on the result, sure or not, or somebody was asked to confirm it and has not. */
  isInQuestion: boolean
  /** When a person released it, or null. */
  signedOffAt: Date | null
}

const ON_SIGN_OFF: Release = { how: 'on_sign_off' }

/**
 * How the result is to reach the person. Whatever the protocol says, somebody signs off a result that is out of range,
 * in question, corrected or not final, one in another unit, one that no rule is about, and one that might be in either
 * of two bands.
 */
export function releaseFor({ result, rules, isInQuestion }: Omit<ReleaseCase, 'signedOffAt'>): Release {
  if (isInQuestion || result.status !== 'final') return ON_SIGN_OFF
  const { value } = result
  for (const rule of rules) {
    if (rule.kind === 'report') {
      const isAbout = value.kind === 'report' && rule.test === result.code
      if (isAbout && value.outcome === 'nothing_new' && rule.outcomes.includes(value.outcome))
        return rule.release
    } else if (value.kind === 'quantity' && rule.analyte === result.code && rule.unit === value.unit)
      return releaseOfBand(rule.bands, spanOf(value.quantity))
  }
  return ON_SIGN_OFF
}

function releaseOfBand(
  bands: readonly { below?: number; release: Release }[],
  span: ReturnType<typeof spanOf>,
): Release {
  for (const { below, release } of bands) {
    const answer = below === undefined ? 'no' : isAtOrAbove(span, Math.round(below * MILLION))
    if (answer === 'no') return release
    if (answer === 'cannot_tell') return ON_SIGN_OFF
  }
  return ON_SIGN_OFF
}

/** From when the person may see the result, or null while that waits for somebody. */
export function releasedFrom(judged: ReleaseCase, holidays: BankHolidays): Date | null {
  if (judged.signedOffAt !== null) return judged.signedOffAt
  const release = releaseFor(judged)
  if (release.how === 'on_sign_off') return null
  const hours = release.how === 'at_once' ? 0 : release.hours
  return addWorkingHours(judged.result.receivedAt, hours, holidays)
}

/** The rule in words, for staff and the person: it is never hidden. */
export function releaseInWords(release: Release): string {
  if (release.how === 'at_once') return 'Shown at once, with an explanation.'
  if (release.how === 'on_sign_off') return 'Shown once a member of the team has looked at it.'
  return `Shown ${release.hours} working hours after it came, so that the team can call first.`
}
