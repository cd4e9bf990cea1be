import { z } from 'zod'
import { groundsShape } from '@/lib/platform/reference-grounds'

const LONGEST_YEARS = 60

/** A length of time: whole days or weeks, or whole months by the calendar. Exactly one of them. */
export const spanSchema = z
  .strictObject({
    days: z.int().min(0, 'must not be negative').optional(),
    weeks: z.int().min(0, 'must not be negative').optional(),
    months: z.int().min(0, 'must not be negative').optional(),
  })
  .refine(
    (span) => Object.keys(span).length === 1,
    'must be in days, weeks or months, and in one of them alone',
  )

const year = z.int().min(1, 'years are counted from 1').max(LONGEST_YEARS)

/** One test at so long after the anchor; `notBefore`: one that is done earlier does not count, not even by a day. */
const pointSchema = z.strictObject({
  after: spanSchema,
  notBefore: z.boolean().default(false),
  ...groundsShape,
})

/**
 * Every so many months in the years `from` to `to` after the anchor, the last day of each included: years 1 to 2 every 6
 * months are 6, 12, 18 and 24 months. `every: none` says that these years have no test on purpose.
 */
const yearsSchema = z.strictObject({
  from: year,
  to: year,
  every: z.union([z.literal('none'), z.strictObject({ months: z.int().positive('must be more than 0') })], {
    error: 'must be none, or a whole number of months from 1',
  }),
  /** Where the source gives a range ("every 3 to 4 months"): its longer end. `every` is the shorter. */
  upToMonths: z.int().positive().optional(),
  /** Only while the person is younger than this. */
  untilAge: z.int().min(16).max(120).optional(),
  ...groundsShape,
})

const daysWithGrounds = z.strictObject({
  days: z.int().min(0, 'must not be negative').max(366),
  ...groundsShape,
})

/** One test of a protocol and when it is due. All times are counted from the anchor, never from the test before. */
export const itemSchema = z.strictObject({
  /** A code of the list of surveillance tests. */
  test: z.string(),
  /** Tests at points of time, beside those by years: the first, or all there are. */
  at: z.array(pointSchema).default([]),
  years: z.array(yearsSchema).default([]),
  window: z.strictObject({
    /** So long before the day a test counts for it, and so long after. */
    before: daysWithGrounds,
    after: daysWithGrounds,
  }),
  /** Days after the end of the window until a person has to look into it. */
  grace: daysWithGrounds,
})

export type ProtocolItem = z.infer<typeof itemSchema>
export type Span = z.infer<typeof spanSchema>
