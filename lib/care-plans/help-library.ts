import { z } from 'zod'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

/** What kind of help an entry offers: something to do, to know, a service to be referred to, or whom to ask and when. */
export const helpKinds = ['self_management', 'information', 'referral', 'contact'] as const
export type HelpKind = (typeof helpKinds)[number]

/** An entry is printed in plans: a heading and a few sentences. */
export const HELP_TITLE_LIMIT = 80
export const HELP_DETAIL_LIMIT = 400

const entrySchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in lower case with underscores'),
  /** Code of a concern in the concern catalogue. */
  concernCode: z.string().min(1, 'must not be empty'),
  kind: z.enum(helpKinds),
  title: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(HELP_TITLE_LIMIT, 'must be 80 characters or fewer'),
  /** Plain words to the person, as printed in the care plan. */
  detail: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(HELP_DETAIL_LIMIT, 'must be 400 characters or fewer'),
})

const librarySchema = z
  .strictObject({
    name: z.literal('help-library'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    entries: z.array(entrySchema).min(1, 'must hold at least one entry'),
  })
  .superRefine((library, context) => {
    for (const place of repeatedPlaces(library.entries.map((entry) => entry.code)))
      context.addIssue({ code: 'custom', path: ['entries', place, 'code'], message: 'is used twice' })
  })

/** The help that an organisation starts with, keyed by concern; staff then edit their own copy. */
export type HelpLibrary = z.infer<typeof librarySchema>

/**
 * The help library held in a reference file.
 *
 * @throws ReferenceDataError naming every faulty entry
 */
export function parseHelpLibrary(data: unknown): HelpLibrary {
  return parseReferenceData(librarySchema, 'The help library', data)
}
