import { z } from 'zod'
import { parseTelephone } from '@/lib/nhs/telephone'
import { idField, lineField, versionField } from '@/lib/platform/form-fields'
import { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'
import {
  FOLLOW_UP_STANDARD_NAMES,
  FOLLOW_UP_STANDARDS_LIMITS,
  type FollowUpStandardName,
} from './follow-up-standards-limits'
import {
  REVIEW_STANDARD_NAMES,
  REVIEW_STANDARDS_LIMITS,
  reviewStandardsFaults,
  type ReviewStandardName,
} from './review-standards-limits'
import { STANDARD_NAMES, STANDARDS_LIMITS, unitOf, type StandardName } from './standards-limits'

export const giveTeamSchema = z.object({
  staffId: idField,
  teamId: z.uuid({ error: 'Select a team' }),
  role: z.enum(TeamRole, { error: 'Select a role in the team' }),
})

export const endTeamSchema = z.object({ staffId: idField, membershipId: idField })

export const giveRoleSchema = z.object({
  staffId: idField,
  organisationId: z.uuid({ error: 'Select an organisation' }),
  role: z.enum(OrganisationRoleKind, { error: 'Select a role' }),
})

export const heldRoleSchema = z.object({ staffId: idField, roleId: idField })

type Limit = { subject: string; unit: string; least: number; most: number }

function numberField({ subject, unit, least, most }: Limit) {
  const message = `${subject} must be a whole number of ${unit} from ${least} to ${most}`
  return z.string().transform((typed, context) => {
    const text = typed.trim()
    const number = /^\d{1,4}$/.test(text) ? Number(text) : least - 1
    if (number >= least && number <= most) return number
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const daysField = (name: StandardName) =>
  z
    .string()
    .default('')
    .pipe(numberField({ ...STANDARDS_LIMITS[name], unit: unitOf(name), least: 1 }))

const telephoneField = lineField('Telephone').transform((typed, context) => {
  if (typed === null) return null
  const parsed = parseTelephone(typed)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'Enter a telephone number like 01632 960 001' })
  return z.NEVER
})

const days = Object.fromEntries(STANDARD_NAMES.map((name) => [name, daysField(name)])) as Record<
  StandardName,
  ReturnType<typeof daysField>
>

/** Asked of practices alone: what the form of another team does not hold stays as it is. */
const reviews = Object.fromEntries(
  REVIEW_STANDARD_NAMES.map((name) => [name, numberField(REVIEW_STANDARDS_LIMITS[name]).optional()]),
) as Record<ReviewStandardName, z.ZodOptional<ReturnType<typeof numberField>>>

/** Asked of hospital and community teams alone. */
const followUp = Object.fromEntries(
  FOLLOW_UP_STANDARD_NAMES.map((name) => [
    name,
    numberField({ ...FOLLOW_UP_STANDARDS_LIMITS[name], least: 1 }).optional(),
  ]),
) as Record<FollowUpStandardName, z.ZodOptional<ReturnType<typeof numberField>>>

export const changeStandardsSchema = z
  .object({
    teamId: idField,
    version: versionField,
    telephone: telephoneField,
    ...days,
    ...reviews,
    ...followUp,
  })
  .superRefine((told, context) => {
    for (const { name, message } of reviewStandardsFaults(told))
      context.addIssue({ code: 'custom', path: [name], message })
  })
