import { z } from 'zod'
import { TUMOUR_GROUP_LABELS, type TumourGroup } from '@/lib/nhs/tumour-group'
import { groundsShape, sourcesSchema } from '@/lib/platform/reference-grounds'
import { parseReferenceYaml } from '@/lib/platform/reference-yaml'
import { RESULT_RULES } from '@/lib/results/alert-rule'
import { releaseSchema } from '@/lib/results/release'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { protocolFaults } from './internal/protocol-faults'
import { itemSchema } from './protocol-schedule'

/** Who leads: doctors and nurses in clinic, nurses, the person with remote monitoring, or the practice. */
export const STREAMS = ['clinician_led', 'nurse_led', 'supported_self_management', 'discharge'] as const
export type Stream = (typeof STREAMS)[number]

/** Letters that a pathway can send. Their words are in `lib/messages`, not here. */
const LETTERS = [
  'welcome',
  'test_due',
  'test_overdue',
  'result_in_range',
  'result_to_discuss',
  'copy_to_practice',
  'end_of_follow_up',
] as const
export type PathwayLetter = (typeof LETTERS)[number]

/** Why a pathway ends before its time. */
export const EXIT_REASONS = [
  'recurrence',
  'new_cancer',
  'declined',
  'unfit_for_treatment',
  'transferred',
  'moved_away',
  'died',
] as const

const TUMOUR_GROUPS = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores')
const words = z.string().trim().min(1, 'must not be empty').max(400, 'must be 400 characters or fewer')

/** A test that is so many days past its due day and has not been done; without a number, past its grace. */
const missingRule = z.strictObject({
  kind: z.literal('missing'),
  code,
  test: z.string(),
  daysAfterDue: z.int().positive().max(366).optional(),
  proposes: z.enum(['repeat', 'contact', 'recall']),
  ...groundsShape,
})

const alertRule = z.discriminatedUnion('kind', [...RESULT_RULES, missingRule])
const statement = z.strictObject({ code, text: words, ...groundsShape })

export const protocolSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be in lower case with hyphens'),
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
  title: z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or fewer'),
  approval: z.literal('for local clinical approval'),
  tumourGroup: z.enum(TUMOUR_GROUPS),
  /** ICD-10 categories that narrow the group. */
  sites: z.array(z.string().regex(/^[CD]\d\d$/, 'must be an ICD-10 category')).min(1, 'must name a site'),
  treatmentGroup: words,
  /** In words, the day that everything is counted from. */
  anchor: words,
  sources: sourcesSchema,
  eligibility: z.strictObject({ text: words, criteria: z.array(statement), ...groundsShape }),
  /** Which streams the protocol is for. */
  streams: z.strictObject({
    choices: z.array(z.enum(STREAMS)).min(1, 'must name a stream'),
    ...groundsShape,
  }),
  /** How long the pathway lasts from the anchor; longer where a row by age goes on. */
  duration: z.strictObject({ years: z.int().positive('must be more than 0').max(60), ...groundsShape }),
  items: z.array(itemSchema),
  alerts: z.array(alertRule),
  letters: z.strictObject({ sent: z.array(z.enum(LETTERS)).min(1, 'must name a letter'), ...groundsShape }),
  release: z.array(releaseSchema),
  exits: z
    .array(z.strictObject({ reason: z.enum(EXIT_REASONS), text: words, ...groundsShape }))
    .min(1, 'must name an exit'),
})

/** One version of a protocol, as a person's pathway keeps it. */
export type Protocol = z.infer<typeof protocolSchema>
export type AlertRule = Protocol['alerts'][number]
export type MissingRule = z.infer<typeof missingRule>
export type ExitReason = (typeof EXIT_REASONS)[number]

/**
 * The protocol held in a file: tests known, years in order without gaps, windows that do not overlap, every value with a
 * source of the file.
 *
 * @param text YAML, as in prisma/reference/protocols
 * @throws ReferenceDataError naming every fault by its line
 */
export function parseProtocol(text: string, tests: SurveillanceTests): Protocol {
  const checked = protocolSchema.superRefine((protocol, context) => {
    for (const { path, message } of protocolFaults(protocol, tests))
      context.addIssue({ code: 'custom', path, message })
  })
  return parseReferenceYaml(checked, 'The protocol', text)
}
