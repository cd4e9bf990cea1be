import { z } from 'zod'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { today } from '@/lib/platform/clock'
import {
  choiceField,
  dateField,
  idField,
  lineField,
  requiredLine,
  requiredText,
  scoreField,
  textField,
  tickField,
  versionField,
} from '@/lib/platform/form-fields'
import { ActionOutcome, ActionOwnerKind } from '@/lib/platform/prisma-client/enums'
import { helpKinds, HELP_DETAIL_LIMIT, HELP_TITLE_LIMIT } from './help-library'

const returnTo = z.string().optional()
const plan = { patientId: idField, planId: idField, version: versionField, returnTo }
const item = { patientId: idField, itemId: idField, returnTo }
const action = { patientId: idField, actionId: idField, version: versionField, returnTo }

export const OUTCOME_MISSING = 'Select what came of it'

/** Empty where none was picked: the command says at which concern. */
const outcomeField = z.union([z.literal(''), z.enum(ActionOutcome)], { error: OUTCOME_MISSING }).default('')

const past = { notAfter: today }
const staffRoleField = z.enum(STAFF_ROLES.codes, { error: 'Select the role of the member of staff' })

export const draftCarePlanSchema = z.object({ patientId: idField })

export const changePlanItemSchema = z.object({
  ...item,
  version: versionField,
  whatMatters: textField('What matters'),
  goal: textField('Goal'),
  leaveOut: tickField,
})

/** What an action is. `owner` and `helpChoice` hold a code, or an id where a named person or an entry was picked. */
const actionFields = {
  what: requiredText('Action', 'Enter what is to be done'),
  ownerKind: z.enum(ActionOwnerKind, { error: 'Select who will do it' }),
  ownerStaffId: z
    .literal('')
    .or(z.uuid({ error: 'Select a member of the team' }))
    .default(''),
  dueOn: dateField('Date it is to be done by'),
  /** `none`, `typed`, or the id of an entry of the help library. */
  helpChoice: z
    .union([z.enum(['none', 'typed']), z.uuid()], { error: 'Select what help there is' })
    .default('none'),
  help: textField('Help'),
}

export const addActionSchema = z.object({ ...item, ...actionFields })
export const changeActionSchema = z.object({ ...action, ...actionFields })
export const removeActionSchema = z.object(action)

export const offerCarePlanSchema = z.object({
  ...plan,
  offeredOn: dateField('Date of offer', past),
  staffRoleCode: staffRoleField,
})

export const agreeCarePlanSchema = z.object({
  ...plan,
  agreedOn: dateField('Date of agreement', past),
  agreedBy: choiceField(['person', 'proxy'], 'Select who agreed the plan'),
  proxyName: lineField('Name'),
  proxyRelationship: lineField('Relationship'),
  reviewOn: dateField('Date of review'),
  share: choiceField(['yes', 'no'], 'Select whether the practice gets the plan'),
  notSharedReason: textField('Reason'),
  staffRoleCode: staffRoleField,
})

export const declineCarePlanSchema = z.object({
  ...plan,
  outcome: choiceField(['declined', 'unable'], 'Select what happened'),
  on: dateField('Date', past),
  reason: requiredText('Reason', 'Enter the reason'),
  staffRoleCode: staffRoleField,
})

/** Where anything else is wrong the command never looks: what it would say of these fields is then said here. */
const amongOthers = { when: ({ issues }: { issues: readonly unknown[] }) => issues.length > 0 }

export const REASON_MISSING = 'Enter why it is not needed'

export const finishActionSchema = z
  .object({
    ...action,
    result: choiceField(['done', 'not_needed'], 'Select whether it was done'),
    outcome: outcomeField,
    newScore: scoreField('Score'),
    note: textField('Note'),
    reason: textField('Reason'),
    on: dateField('Date', past),
  })
  .refine(({ result, outcome }) => result !== 'done' || outcome !== '', {
    path: ['outcome'],
    error: OUTCOME_MISSING,
    ...amongOthers,
  })
  .refine(({ result, reason }) => result !== 'not_needed' || reason !== null, {
    path: ['reason'],
    error: REASON_MISSING,
    ...amongOthers,
  })

/** `label`: the concern as the form names it, so that a row without an outcome is named among the other faults. */
const reviewRowSchema = z
  .object({
    outcome: outcomeField,
    newScore: scoreField('Score'),
    note: textField('Note'),
    label: z.string().optional(),
  })
  .superRefine(({ outcome, label }, context) => {
    if (outcome !== '' || label === undefined) return
    context.addIssue({ code: 'custom', path: ['outcome'], message: outcomeMissingOf(label) })
  })

export function outcomeMissingOf(concern: string): string {
  return `Select what came of ${concern}`
}

const REVIEW_FIELD = /^items\.([0-9a-f-]{36})\.(outcome|newScore|note|label)$/

/** Posted fields `items.<id>.outcome` and so on become one record for each concern, so that errors name the field. */
function withReviewRows(posted: unknown): unknown {
  if (typeof posted !== 'object' || posted === null) return posted
  const rows = new Map<string, Record<string, unknown>>()
  for (const [name, value] of Object.entries(posted)) {
    const [, id, field] = REVIEW_FIELD.exec(name) ?? []
    if (id && field) rows.set(id, { ...rows.get(id), [field]: value })
  }
  return { ...posted, items: Object.fromEntries(rows) }
}

export const reviewCarePlanSchema = z.preprocess(
  withReviewRows,
  z.object({
    ...plan,
    reviewedOn: dateField('Date of review', past),
    items: z.record(z.string(), reviewRowSchema),
    next: choiceField(['continue', 'finish'], 'Select what happens next'),
    note: textField('Note'),
    staffRoleCode: staffRoleField,
  }),
)

export const markPlanSeenSchema = z.object({ shareId: idField, returnTo })

export const answerPracticeActionSchema = z.object({
  actionId: idField,
  version: versionField,
  answer: choiceField(['done', 'declined'], 'Select whether it was done'),
  on: dateField('Date', past),
  note: textField('Note'),
  reason: textField('Reason'),
  returnTo,
})

export const saveHelpEntrySchema = z.object({
  /** Empty for a new one. */
  entryId: z.union([z.literal(''), z.uuid()]).default(''),
  version: z.coerce.number().int().min(1).default(1),
  organisationId: idField,
  concernCode: requiredLine('Concern', 'Select the concern that it helps with'),
  kind: z.enum(helpKinds, { error: 'Select what kind of help it is' }),
  title: requiredLine('Title', 'Enter a title', HELP_TITLE_LIMIT),
  detail: requiredText('Words', 'Enter what the person is told', HELP_DETAIL_LIMIT),
})

export const retireHelpEntrySchema = z.object({ entryId: idField, version: versionField })

export type ActionInput = z.output<typeof addActionSchema>
