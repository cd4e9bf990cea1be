import { z } from 'zod'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { PATHWAY_POINTS, type PathwayPoint } from '@/lib/nhs/code-lists/pathway-point'
import { STAFF_ROLES, type StaffRole } from '@/lib/nhs/code-lists/staff-role'
import { today } from '@/lib/platform/clock'
import {
  dateField,
  idField,
  requiredText,
  textField,
  tickField,
  versionField,
} from '@/lib/platform/form-fields'
import { AssessmentOfferOutcome } from '@/lib/platform/prisma-client/enums'
import { draftContentSchema } from './draft-content'

const place = { patientId: idField, teamId: idField }

const outcome = z.enum(AssessmentOfferOutcome, { error: 'Select what came of it' })
const pathwayPoint = z.enum(PATHWAY_POINTS.codes, { error: 'Select the point of the pathway' })

/** What came of offering an assessment, as the command takes it. */
export type OfferInput = {
  patientId: string
  teamId: string
  outcome: AssessmentOfferOutcome
  /** Of one that was not offered, or could not be completed. */
  reason: string | null
  offeredOn: CalendarDate
  pathwayPoint: PathwayPoint
  /** COSD CR7950. */
  staffRoleCode: StaffRole
}

/** The form for an offer: each outcome that needs a reason has a box of its own. */
export const offerFormSchema = z
  .object({
    ...place,
    outcome,
    notOfferedReason: textField('Why it was not offered'),
    unableReason: textField('Why it cannot be done'),
    offeredOn: dateField('Date of the offer', { notAfter: today }),
    pathwayPoint,
    staffRole: z.enum(STAFF_ROLES.codes, { error: 'Select the role of whoever offered it' }),
    returnTo: z.string().optional(),
  })
  .refine(({ outcome, notOfferedReason }) => outcome !== 'not_offered' || notOfferedReason !== null, {
    path: ['notOfferedReason'],
    error: 'Enter why it was not offered',
    when: () => true,
  })
  .refine(({ outcome, unableReason }) => outcome !== 'unable' || unableReason !== null, {
    path: ['unableReason'],
    error: 'Enter why it cannot be done',
    when: () => true,
  })
  .transform(({ notOfferedReason, unableReason, staffRole, ...offer }) => {
    const reasons: Partial<Record<AssessmentOfferOutcome, string | null>> = {
      not_offered: notOfferedReason,
      unable: unableReason,
    }
    return { ...offer, staffRoleCode: staffRole, reason: reasons[offer.outcome] ?? null }
  })

export const voidOfferSchema = z.object({
  patientId: idField,
  offerId: idField,
  reason: requiredText('Reason', 'Enter why it was recorded in error'),
})

export const voidAssessmentSchema = z.object({
  patientId: idField,
  assessmentId: idField,
  reason: requiredText('Reason', 'Enter what was wrong'),
})

const draftPlace = { ...place, version: z.coerce.number().int().min(0) }

/** A draft as a command takes it. */
export const saveDraftSchema = z.object({
  ...draftPlace,
  content: draftContentSchema,
  /** Whether to say what is still missing. */
  isFinished: z.boolean().default(false),
})

/** The recording form as posted: its fields are `concerns.fatigue.score` and the like. */
export const recordingFormSchema = z
  .record(z.string(), z.unknown())
  .transform((posted) => ({ ...posted, ...nestedConcerns(posted) }))
  .pipe(
    draftContentSchema.extend({
      ...draftPlace,
      intent: z.enum(['check', 'later', 'autosave']).default('autosave'),
      noConcerns: z.preprocess(isTicked, z.boolean()),
      followsId: z.preprocess((posted) => (posted === '' ? null : posted), z.uuid().nullable().default(null)),
    }),
  )
  .transform(({ patientId, teamId, version, intent, ...content }) => ({
    intent,
    draft: { patientId, teamId, version, content, isFinished: intent === 'check' },
  }))

export const fileAssessmentSchema = z.object({
  ...place,
  version: versionField,
  /** Ticked where the date was doubted: that it is right. */
  isDateRight: tickField,
})

export const discardDraftSchema = z.object({ ...place, version: versionField })

const CONCERN_FIELD = /^concerns\.([a-z][a-z0-9_-]*)\.(\w+)$/
const TICKED_FIELDS = ['picked', 'byStaff']

/** `concerns.fatigue.score: '8'` becomes `concerns: { fatigue: { score: '8' } }`; what nobody touched is left out. */
function nestedConcerns(posted: Record<string, unknown>) {
  const concerns = new Map<string, Map<string, unknown>>()
  for (const [name, value] of Object.entries(posted)) {
    const [, key, field] = CONCERN_FIELD.exec(name) ?? []
    if (!key || !field || value === '') continue
    const concern = concerns.get(key) ?? new Map<string, unknown>()
    concerns.set(key, concern.set(field, TICKED_FIELDS.includes(field) ? isTicked(value) : value))
  }
  const entries = [...concerns].map(([key, fields]) => [key, Object.fromEntries(fields)])
  return { concerns: Object.fromEntries(entries) as Record<string, unknown> }
}

function isTicked(posted: unknown): boolean {
  return posted !== undefined && posted !== ''
}
