import type { Metadata } from 'next'
import { OwnAccount } from '@/components/accounts/own-account'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList } from '@/components/nhs/summary-list'
import { pageRead } from '@/lib/accounts/page-read'
import { getStaffMember } from '@/lib/accounts/staff-member'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { inviteAgainAction } from './actions'

export const metadata: Metadata = { title: 'Invite again' }

type Props = { params: Promise<{ staffId: string }> }

export default async function InviteAgainPage({ params }: Props) {
  const { staffId } = await params
  const staff = await pageRead((actor) => getStaffMember(actor, staffId))
  if (staff.isActor) return <OwnAccount staffId={staff.id} />
  const back = routes.staffMember(staff.id)
  return (
    <Main before={<BackLink href={back}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}>
      <ActionForm action={inviteAgainAction}>
        <h1>Invite {formatNamePlain(staff)} again?</h1>
        <SummaryList rows={[{ label: 'Email address', value: staff.email }]} />
        <p>First make sure that it is they who ask: see them, or call them on a number you know.</p>
        <ul>
          <li>The password they had opens nothing from now on, and every session of theirs ends.</li>
          <li>
            They set a new password with a link that you hand over, and set up their authenticator app anew.
          </li>
          <li>An older link stops working.</li>
        </ul>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <ButtonGroup>
          <Button variant="warning">Make a new link</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
