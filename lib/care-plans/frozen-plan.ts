import { z } from 'zod'
import { ActionOutcome, ActionOwnerKind, ConcernAuthor } from '@/lib/platform/prisma-client/enums'

/** The shape below. A later shape gets a number and a schema of its own; this one is read for ever. */
export const FROZEN_PLAN_SCHEMA = 1

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const scoreSchema = z.int().min(0).max(10)

const frozenActionSchema = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  help: z.string().nullable(),
  owner: z.strictObject({ kind: z.enum(ActionOwnerKind), name: z.string() }),
  dueOn: dateSchema,
  /** Null while it is still to be done. */
  finished: z
    .strictObject({
      on: dateSchema,
      isNeeded: z.boolean(),
      outcome: z.enum(ActionOutcome).nullable(),
      newScore: scoreSchema.nullable(),
    })
    .nullable(),
})

const frozenItemSchema = z.strictObject({
  id: z.uuid(),
  concern: z.strictObject({
    code: z.string(),
    label: z.string(),
    score: scoreSchema.nullable(),
    ownWords: z.string().nullable(),
    addedBy: z.enum(ConcernAuthor).nullable(),
    isPriority: z.boolean(),
  }),
  whatMatters: z.string().nullable(),
  goal: z.string().nullable(),
  actions: z.array(frozenActionSchema),
})

const frozenPlanSchema = z.strictObject({
  person: z.strictObject({
    givenName: z.string(),
    familyName: z.string(),
    preferredName: z.string().nullable(),
    nhsNumber: z.string(),
    bornOn: dateSchema,
  }),
  team: z.strictObject({ name: z.string(), organisation: z.string(), telephone: z.string().nullable() }),
  assessedOn: dateSchema,
  agreement: z.strictObject({
    on: dateSchema,
    with: z.string(),
    reviewOn: dateSchema,
    /** What the person said to sharing it with their practice, and which practice that then was, if known. */
    isShared: z.boolean(),
    practice: z.string().nullable(),
  }),
  items: z.array(frozenItemSchema),
})

/** A plan as the person agreed it, whole: it can be read and printed without any other row. */
export type FrozenPlan = z.infer<typeof frozenPlanSchema>
export type FrozenItem = FrozenPlan['items'][number]
export type FrozenAction = FrozenItem['actions'][number]

/**
 * The plan that a frozen version holds.
 *
 * @throws Error if it is of no known shape: it was then not written by this service
 */
export function parseFrozenPlan(schemaNumber: number, content: unknown): FrozenPlan {
  if (schemaNumber !== FROZEN_PLAN_SCHEMA)
    throw new Error(`no renderer for frozen plan schema ${schemaNumber}`)
  return frozenPlanSchema.parse(content)
}
