import { inviteStaff } from '@/lib/accounts/invite-staff'
import { DEMO_EMAIL_DOMAIN } from '@/lib/accounts/demo-accounts'
import { giveRole } from '@/lib/care-teams/give-role'
import type { Crew } from './crew'

/** What waits for the administrators: an invitation that nobody has used yet, and a role for the second to confirm. */
export async function administrate(crew: Crew): Promise<void> {
  const first = crew.named('angela')
  const [organisation] = first.organisationRoles
  await inviteStaff(first, {
    email: `nasreen.khalid@${DEMO_EMAIL_DOMAIN}`,
    givenName: 'Nasreen',
    familyName: 'Khalid',
    staffRole: '03',
    firstPlace: 'team',
    teamId: crew.teamId('ZT101-COLORECTAL'),
    role: 'clinician',
  })
  await giveRole(first, {
    staffId: crew.named('daniel').staffId,
    organisationId: organisation?.organisationId ?? '',
    role: 'privacy_officer',
  })
}
