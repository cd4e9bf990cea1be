import { z } from 'zod'
import { parseEmailAddress } from '@/lib/nhs/email-address'
import { parseNamePart } from '@/lib/nhs/person-name'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { idField, requiredLine, versionField } from '@/lib/platform/form-fields'
import { OrganisationRoleKind, TeamRole } from '@/lib/platform/prisma-client/enums'

/** Longer than any password may be, shorter than what would cost anything to look at. */
const LONGEST_TYPED = 1000

/** As accounts are known: without blanks around it, in small letters. */
function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

function passwordField(required: string) {
  return z.string().default('').pipe(z.string().min(1, required).max(LONGEST_TYPED, 'Password is too long'))
}

export const logInSchema = z.object({
  email: requiredLine('Email address', 'Enter your email address', 254).transform(foldEmail),
  password: passwordField('Enter your password'),
})

export const secondFactorSchema = z.object({
  code: requiredLine('Code', 'Enter the 6-digit code from your app', 40),
})

export const acceptInvitationSchema = z
  .object({
    /** The secret of the link. Not named a token: those are not handed back to a form that failed. */
    invitation: z.string().max(200),
    password: passwordField('Enter a password'),
    passwordAgain: z.string().default(''),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'The two passwords are not the same',
  })

export const changePasswordSchema = z
  .object({
    currentPassword: passwordField('Enter the password you have now'),
    password: passwordField('Enter a new password'),
    passwordAgain: z.string().default(''),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'The two passwords are not the same',
  })

export const endSessionSchema = z.object({ sessionId: idField })
export const noFieldsSchema = z.object({})

/** A new account's address, in small letters. */
export const emailField = requiredLine('Email address', 'Enter an email address', 254).transform(
  (typed, context) => {
    const parsed = parseEmailAddress(typed)
    if (parsed.ok) return foldEmail(parsed.value)
    context.addIssue({ code: 'custom', message: 'Enter an email address like name@example.org' })
    return z.NEVER
  },
)

const name = (subject: string, required: string | null) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const parsed = parseNamePart(typed)
      if (parsed.ok) return parsed.value
      if (parsed.fault === 'missing' && required === null) return ''
      const message = {
        missing: required ?? '',
        too_long: `${subject} must be 200 characters or fewer`,
        character_not_allowed: `${subject} has a character that cannot be stored. Type it again instead of pasting it`,
      }[parsed.fault]
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })

const particulars = {
  givenName: name('Given name', null),
  familyName: name('Family name', 'Enter the family name'),
  staffRole: z.enum(STAFF_ROLES.codes, { error: 'Select a staff role' }),
}

const invited = { email: emailField, ...particulars }

export const inviteStaffSchema = z.discriminatedUnion(
  'firstPlace',
  [
    z.object({
      ...invited,
      firstPlace: z.literal('team'),
      teamId: z.uuid({ error: 'Select a team' }),
      role: z.enum(TeamRole, { error: 'Select a role in the team' }),
    }),
    z.object({
      ...invited,
      firstPlace: z.literal('organisation'),
      organisationId: z.uuid({ error: 'Select an organisation' }),
      organisationRole: z.enum(OrganisationRoleKind, { error: 'Select a role in the organisation' }),
    }),
  ],
  { error: 'Select what they begin with' },
)

export const changeStaffSchema = z.object({ staffId: idField, version: versionField, ...particulars })

/** Acts on an account as it was shown. */
export const staffVersionSchema = z.object({ staffId: idField, version: versionField })
export const staffIdSchema = z.object({ staffId: idField })
