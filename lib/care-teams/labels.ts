import type { OrganisationRoleKind, TeamKind, TeamRole } from '@/lib/platform/prisma-client/enums'

export const teamRoleLabels: Readonly<Record<TeamRole, string>> = {
  clinician: 'Clinician',
  support_worker: 'Support worker',
  gp: 'GP or practice nurse',
}

export const teamKindLabels: Readonly<Record<TeamKind, string>> = {
  specialist: 'Specialist team',
  practice: 'General practice',
  community: 'Community team',
}

export const organisationRoleLabels: Readonly<Record<OrganisationRoleKind, string>> = {
  programme_lead: 'Programme lead',
  privacy_officer: 'Privacy officer',
  admin: 'Administrator',
}

/** What each role may do, for whoever gives it. */
export const organisationRoleNotes: Readonly<Record<OrganisationRoleKind, string>> = {
  programme_lead: 'Sees measures of the whole organisation, and nothing about one person. Counts at once.',
  privacy_officer:
    'Sees who looked at which record, and no clinical content. A second administrator confirms it.',
  admin: 'Gives accounts, teams and roles, and sees no clinical content. A second administrator confirms it.',
}
