import { z } from 'zod'
import { parseTelephone } from '@/lib/nhs/telephone'
import { idField, lineField, versionField } from '@/lib/platform/form-fields'
import { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'
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

function daysField(name: StandardName) {
  const { subject, most } = STANDARDS_LIMITS[name]
  const message = `${subject} must be a whole number of ${unitOf(name)} from 1 to ${most}`
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.trim()
      const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
      if (days >= 1 && days <= most) return days
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

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

export const changeStandardsSchema = z.object({
  teamId: idField,
  version: versionField,
  telephone: telephoneField,
  ...days,
})
