import { z } from 'zod'
import { isSnomedCode } from '@/lib/nhs/snomed-code'
import { ReviewLength } from '@/lib/platform/prisma-client/enums'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

/** A review of about 5 minutes, or of about 20. All that belongs to the brief one belongs to the full one. */
export const REVIEW_LENGTHS = Object.values(ReviewLength)

/** What published guides to cancer care reviews agree that one covers. */
const REVIEW_HEADINGS = [
  'diagnosis_and_treatment',
  'understanding_of_illness',
  'current_symptoms',
  'alert_symptoms',
  'mood',
  'medicines_review',
  'needs_assessment_and_plan',
  'family_and_carer',
  'work_money_and_benefits',
  'prescription_exemption',
  'lifestyle',
  'late_effects',
  'screening',
  'advance_care_planning',
  'key_worker',
  'support_information',
  'follow_up_date',
  'referrals',
] as const

const code = z.string().regex(/^[a-z][a-z_]*$/, 'must be in lower case with underscores')
const words = (longest: number) =>
  z.string().trim().min(1, 'must not be empty').max(longest, `must be ${longest} characters or fewer`)

const itemSchema = z.strictObject({
  code,
  label: words(40),
  /** The shortest review that has it. */
  length: z.enum(ReviewLength),
  /** What to say where it is ticked and nothing is written beside it. */
  noteNeeded: words(120).nullable().default(null),
})

const sectionSchema = z.strictObject({
  code,
  title: words(40),
  /** What to ask, in plain words. */
  prompt: words(60),
  covers: z.array(z.enum(REVIEW_HEADINGS)).min(1, 'must cover a heading'),
  /** One answer of several, or any number of things to tick. */
  choose: z.enum(['one', 'any']).default('any'),
  items: z.array(itemSchema).min(1, 'must hold an item'),
})

const templateSchema = z
  .strictObject({
    name: z.literal('cancer-care-review-template'),
    version: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case letters, digits, dots and hyphens'),
    /** What must be done before live use, for whoever loads the file. */
    approval: words(1000),
    /** How a record system files the review. `confidence`: how sure its writer was, no approval. */
    code: z.strictObject({
      system: z.literal('SNOMED CT'),
      code: z.string().refine(isSnomedCode, 'is no SNOMED CT concept code'),
      term: words(120),
      confidence: z.enum(['high', 'medium', 'low']),
      source: words(300),
    }),
    sections: z.array(sectionSchema).min(1, 'must hold at least one'),
  })
  .superRefine(({ sections }, context) => {
    const fault = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path: ['sections', ...path], message })
    for (const place of repeatedPlaces(sections.map((section) => section.code)))
      fault([place, 'code'], 'is used twice')
    const items = sections.flatMap((section) => section.items.map((item) => item.code))
    for (const place of repeatedPlaces(items)) fault([], `the item "${items[place]}" is there twice`)
  })

/** What a cancer care review goes through, as data: a deployment loads what its clinicians approve. */
export type ReviewTemplate = z.output<typeof templateSchema>
export type TemplateSection = ReviewTemplate['sections'][number]

/**
 * The template held in a reference file: codes unique, headings known, the SNOMED CT code well formed.
 *
 * @throws ReferenceDataError naming every faulty entry
 */
export function parseReviewTemplate(data: unknown): ReviewTemplate {
  return parseReferenceData(templateSchema, 'The cancer care review template', data)
}

/** The sections that a review of this length goes through, each with its items. */
export function sectionsFor({ sections }: ReviewTemplate, length: ReviewLength): TemplateSection[] {
  if (length === 'full') return sections
  return sections
    .map((section) => ({ ...section, items: section.items.filter((item) => item.length === 'brief') }))
    .filter(({ items }) => items.length > 0)
}
