import { z } from 'zod'

/** The shape below. A later shape gets a number and a reader of its own; this one is read for ever. */
export const REVIEW_CONTENT_SCHEMA = 1

const contentSchema = z.strictObject({
  templateVersion: z.string(),
  /** What the person, or their carer, had asked to talk about; null where nothing was noted before. */
  wishes: z
    .strictObject({
      words: z.string(),
      toldBy: z.enum(['person', 'carer']),
      toldOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    })
    .nullable(),
  /** Those in which something was said, in the words of the template of then. */
  sections: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      ticked: z.array(z.strictObject({ code: z.string(), label: z.string() })),
      note: z.string().nullable(),
    }),
  ),
})

/** What was said in a review, whole: it can be read without the template that it was held with. */
export type ReviewContent = z.infer<typeof contentSchema>

/**
 * The content of a recorded review.
 *
 * @throws Error if it is of no known shape: it was then not written by this service
 */
export function parseReviewContent(schemaNumber: number, content: unknown): ReviewContent {
  if (schemaNumber !== REVIEW_CONTENT_SCHEMA)
    throw new Error(`no reader for review content schema ${schemaNumber}`)
  return contentSchema.parse(content)
}
