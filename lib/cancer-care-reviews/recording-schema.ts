import { z } from 'zod'
import { choiceField, idField, requiredText, versionField } from '@/lib/platform/form-fields'
import { MOST_ACTIONS, reviewDraftSchema } from './review-draft'

const place = { patientId: idField, diagnosisId: idField }
const draftPlace = { ...place, version: z.coerce.number().int().min(0) }

/** A draft as a command takes it. */
export const saveReviewDraftSchema = z.object({
  ...draftPlace,
  draft: reviewDraftSchema.omit({ wishes: true }),
  /** Whether to say what is still missing. */
  isFinished: z.boolean().default(false),
})

export const saveReviewWishesSchema = z.object({
  ...draftPlace,
  words: requiredText('What they want to talk about', 'Enter what they want to talk about'),
  toldBy: choiceField(['person', 'carer'], 'Select who said it'),
})

export const reviewDraftVersionSchema = z.object({ ...place, version: versionField })

export const voidReviewSchema = z.object({
  patientId: idField,
  reviewId: idField,
  reason: requiredText('Reason', 'Enter what was wrong'),
})

/** The recording form as posted: its fields are `ticked.mood`, `notes.mood`, `actions.1.what` and the like. */
export const reviewFormSchema = z
  .record(z.string(), z.unknown())
  .transform((posted) => ({ ...posted, ...nested(posted) }))
  .pipe(
    reviewDraftSchema.omit({ wishes: true }).extend({
      ...draftPlace,
      intent: z.enum(['check', 'later', 'more', 'autosave']).default('autosave'),
    }),
  )
  .transform(({ patientId, diagnosisId, version, intent, ...draft }) => ({
    intent,
    save: { patientId, diagnosisId, version, draft, isFinished: intent === 'check' },
  }))

const TICKED_FIELD = /^ticked\.[a-z][a-z_]*$/
const NOTE_FIELD = /^notes\.([a-z][a-z_]*)$/
const ACTION_FIELD = /^actions\.([1-9]\d?)\.(what|owner|dueOn)$/

/** `notes.mood: 'Low'` becomes `notes: { mood: 'Low' }`; actions become a list in their order; ticks become a list. */
function nested(posted: Record<string, unknown>): Record<string, unknown> {
  const notes: Record<string, unknown> = {}
  const actions: Record<string, unknown>[] = []
  const ticked: unknown[] = []
  for (const [name, value] of Object.entries(posted)) {
    if (TICKED_FIELD.test(name)) ticked.push(...[value].flat().filter((code) => code !== ''))
    const note = NOTE_FIELD.exec(name)?.[1]
    if (note && value !== '') notes[note] = value
    const [, number, field] = ACTION_FIELD.exec(name) ?? []
    const place = Number(number) - 1
    if (field && place < MOST_ACTIONS) actions[place] = { ...actions[place], [field]: value }
  }
  return {
    notes,
    actions: Array.from(actions, (action) => action ?? {}),
    ticked,
    carerPresent: posted.carerPresent !== undefined && posted.carerPresent !== '',
  }
}
