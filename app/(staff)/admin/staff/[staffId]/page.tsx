import type { Metadata } from 'next'
import { InvitationLink } from '@/components/accounts/invitation-link'
import { StaffAccount } from '@/components/accounts/staff-account'
import { staffNotice } from '@/components/accounts/staff-notices'
import { StaffRoles } from '@/components/accounts/staff-roles'
import { StaffTeams } from '@/components/accounts/staff-teams'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { serviceAddress } from '@/lib/accounts/request-origin'
import { findShownOnce } from '@/lib/accounts/shown-once'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { confirmRoleAction, enableStaffAction, endRoleAction, endTeamAction } from './actions'

export const metadata: Metadata = { title: 'Member of staff' }

type Props = {
  params: Promise<{ staffId: string }>
  searchParams: Promise<{ done?: string | string[]; tasks?: string | string[] }>
}

export default async function StaffMemberPage({ params, searchParams }: Props) {
  const { staffId } = await params
  const notice = staffNotice(await searchParams)
  const { staff, secret } = await pageRead(async (actor) => ({
    staff: await getStaffMember(actor, staffId),
    secret: await findShownOnce('invitation', { aboutId: staffId, sessionId: actor.sessionId }),
  }))
  const link = secret?.[0] ? `${await serviceAddress()}${routes.invitation(secret[0])}` : null
  return (
    <Main before={<BackLink href={routes.staffList()}>Back to staff</BackLink>}>
      {notice ? <NotificationBanner variant="success">{notice}</NotificationBanner> : null}
      <h1>{formatNamePlain(staff)}</h1>
      {link ? <InvitationLink link={link} /> : null}
      <StaffAccount staff={staff} enableAction={enableStaffAction} />
      <StaffTeams staff={staff} endAction={endTeamAction} />
      <StaffRoles staff={staff} confirmAction={confirmRoleAction} endAction={endRoleAction} />
    </Main>
  )
}
