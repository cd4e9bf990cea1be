import { z } from 'zod'
import { textField } from '@/lib/platform/form-fields'
import { SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { EARLIER_CONCERN_ANSWERS } from './needs-assessment'

/** More concerns than any catalogue has; a draft is refused beyond it. */
const MOST_CONCERNS = 300

/** As typed, blank included. */
const typedText = (subject: string) => textField(subject).transform((text) => text ?? '')
const typedLine = (subject: string) =>
  textField(subject, { limit: SHORT_TEXT_LIMIT }).transform((text) => text ?? '')

/** A concern's key in the form: its catalogue code, or `other-1`, `other-2` … for what is typed. */
const CONCERN_KEY = /^(?:[a-z][a-z0-9_]{0,79}|other-[1-9][0-9]?)$/

const draftConcernSchema = z.object({
  /** Typed, for a concern outside the catalogue. */
  label: typedLine('Concern'),
  picked: z.boolean().default(false),
  /** What became of a concern of the assessment before. */
  change: z.union([z.literal(''), z.enum(EARLIER_CONCERN_ANSWERS)]).default(''),
  score: typedLine('Score'),
  ownWords: typedText('In their own words'),
  byStaff: z.boolean().default(false),
  priority: typedLine('Order'),
})

/**
 * An assessment in progress: everything as typed, however incomplete, within the limits of length. What makes it whole
 * is decided by rules.ts when it is filed.
 */
export const draftContentSchema = z.object({
  catalogueVersion: typedLine('Catalogue'),
  /** The assessment it starts from. */
  followsId: z.uuid().nullable(),
  completedOn: z
    .object({ day: typedLine('Day'), month: typedLine('Month'), year: typedLine('Year') })
    .prefault({}),
  mode: typedLine('How it was done'),
  completedBy: typedLine('Who answered'),
  proxyName: typedLine('Name'),
  proxyRelationship: typedLine('Relationship'),
  interpreter: typedLine('Interpreter'),
  pathwayPoint: typedLine('Point of the pathway'),
  staffRole: typedLine('Staff role'),
  noConcerns: z.boolean().default(false),
  concerns: z
    .record(z.string().regex(CONCERN_KEY), draftConcernSchema)
    .refine((concerns) => Object.keys(concerns).length <= MOST_CONCERNS, 'There are too many concerns'),
})

export type DraftContent = z.output<typeof draftContentSchema>
export type DraftConcern = z.output<typeof draftConcernSchema>
