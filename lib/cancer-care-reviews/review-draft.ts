import { z } from 'zod'
import { SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { textField } from '@/lib/platform/form-fields'
import { ReviewLength } from '@/lib/platform/prisma-client/enums'

/** More than anybody agrees in one conversation. */
export const MOST_ACTIONS = 10
const MOST_ITEMS = 200

/** As typed, blank included. */
const typedText = (subject: string) => textField(subject).transform((text) => text ?? '')
const typedLine = (subject: string) =>
  textField(subject, { limit: SHORT_TEXT_LIMIT }).transform((text) => text ?? '')
const typedDate = z
  .object({ day: typedLine('Day'), month: typedLine('Month'), year: typedLine('Year') })
  .prefault({})

const draftActionSchema = z.object({
  what: typedText('Action'),
  /** `person`, `practice`, or the id of a hospital team. */
  owner: typedLine('Owner'),
  dueOn: typedDate,
})

const CODE = z.string().regex(/^[a-z][a-z_]{0,79}$/)

/**
 * A cancer care review in preparation or in progress: everything as typed, however incomplete. What the person wants to
 * talk about may be noted weeks before; the rest is filled in as they speak. What makes it whole is decided by
 * recording-rules.ts.
 */
export const reviewDraftSchema = z.object({
  templateVersion: typedLine('Template'),
  length: z.enum(ReviewLength).default('brief'),
  wishes: z
    .object({
      words: typedText('What they want to talk about'),
      toldBy: z.enum(['', 'person', 'carer']).default(''),
      toldOn: typedLine('Told on'),
    })
    .prefault({}),
  heldOn: typedDate,
  mode: typedLine('How it was held'),
  carerPresent: z.boolean().default(false),
  ticked: z.array(CODE).max(MOST_ITEMS).default([]),
  notes: z.record(CODE, typedText('Note')).default({}),
  actions: z.array(draftActionSchema).max(MOST_ACTIONS, 'There are too many actions').default([]),
  outcomeSummary: typedText('What came of it'),
  isShared: z.enum(['', 'yes', 'no']).catch(''),
  nextReviewOn: typedDate,
})

export type ReviewDraft = z.output<typeof reviewDraftSchema>
export type DraftAction = ReviewDraft['actions'][number]

/** What the draft of a review is kept under: one for a practice and a diagnosis. */
export const REVIEW_DRAFT_FORM = 'cancer_care_review'

/** Whether something was typed into a row for an action. */
export function isActionBegun({ what, owner, dueOn }: DraftAction): boolean {
  return [what, owner, dueOn.day, dueOn.month, dueOn.year].some((typed) => typed.trim() !== '')
}
