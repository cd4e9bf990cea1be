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
import { disableStaffAction } from './actions'

export const metadata: Metadata = { title: 'Disable an account' }

type Props = { params: Promise<{ staffId: string }> }

export default async function DisablePage({ params }: Props) {
  const { staffId } = await params
  const staff = await pageRead((actor) => getStaffMember(actor, staffId))
  if (staff.isActor) return <OwnAccount staffId={staff.id} />
  const back = routes.staffMember(staff.id)
  return (
    <Main before={<BackLink href={back}>{`Back to ${formatNamePlain(staff)}`}</BackLink>}>
      <ActionForm action={disableStaffAction}>
        <h1>Disable the account of {formatNamePlain(staff)}?</h1>
        <SummaryList rows={[{ label: 'Email address', value: staff.email }]} />
        <ul>
          <li>They are logged out everywhere, at the next page they open.</li>
          <li>They cannot log in until the account is enabled again.</li>
          <li>Open tasks in their name go back to the list of their team.</li>
        </ul>
        <SubmissionId />
        <HiddenInput name="staffId" value={staff.id} />
        <HiddenInput name="version" value={String(staff.version)} />
        <ButtonGroup>
          <Button variant="warning">Disable the account</Button>
          <a href={back}>Do nothing</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
