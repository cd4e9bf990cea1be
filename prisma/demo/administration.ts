import type { Actor } from '@/lib/access/actor'
import { inviteStaff } from '@/lib/accounts/invite-staff'
import { DEMO_EMAIL_DOMAIN } from '@/lib/accounts/demo-accounts'
import { giveRole } from '@/lib/care-teams/give-role'
import { listProtocols } from '@/lib/follow-up/list-protocols'
import { publishProtocol } from '@/lib/follow-up/publish-protocol'
import { today } from '@/lib/platform/clock'
import type { Crew } from './crew'

/** What the administrators have begun: an invitation that nobody has used yet, and a role for the second to confirm. */
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

/**
 * Before anybody is followed up: Southmere has published the first version of every protocol, and a newer one of one waits;
 * Westbourne has those of breast cancer alone.
 */
export async function publishProtocols(crew: Crew): Promise<void> {
  await publishFirstVersions(crew.named('angela'), 'Cancer board of Southmere')
  await publishFirstVersions(crew.named('petra'), 'Cancer board of Westbourne', 'breast')
}

async function publishFirstVersions(administrator: Actor, approvedBy: string, only = ''): Promise<void> {
  for (const { id: organisationId, protocols } of await listProtocols(administrator))
    for (const { code, shipped } of protocols.filter((protocol) => protocol.code.startsWith(only)))
      await publishProtocol(administrator, {
        organisationId,
        protocol: code,
        version: shipped.at(-1) ?? '',
        number: 0,
        approvedBy,
        approvedOn: today(),
        reason: null,
        isRead: true,
      })
}
