import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Header } from '@/components/nhs/header'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SummaryList } from '@/components/nhs/summary-list'
import { TextInput } from '@/components/nhs/text-input'
import { findInvitation, type OpenInvitation } from '@/lib/accounts/accept-invitation'
import { SHORTEST_PASSWORD } from '@/lib/accounts/password-rules'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { acceptInvitationAction } from './actions'

export const metadata: Metadata = { title: 'Your invitation' }

type Props = { params: Promise<{ token: string }> }

export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const invitation = await findInvitation(token)
  return (
    <>
      <Header />
      <Main>{invitation ? <SetPassword invitation={invitation} token={token} /> : <NotGood />}</Main>
    </>
  )
}

function SetPassword({ invitation, token }: { invitation: OpenInvitation; token: string }) {
  return (
    <ActionForm action={acceptInvitationAction}>
      <h1>Set your password</h1>
      <SummaryList
        rows={[
          { label: 'Name', value: formatNamePlain(invitation) },
          { label: 'Email address', value: invitation.email },
          { label: 'Use this link before', value: formatInstantForStaff(invitation.expiresAt) },
        ]}
      />
      <p>If this is not you, close this page and tell whoever gave you the link.</p>
      <HiddenInput name="invitation" value={token} />
      <TextInput
        name="password"
        label="Password"
        hint={`At least ${SHORTEST_PASSWORD} characters. Three or four words that only you would put together are good.`}
        type="password"
        autoComplete="new-password"
        width={20}
      />
      <TextInput
        name="passwordAgain"
        label="The same password again"
        type="password"
        autoComplete="new-password"
        width={20}
      />
      <Button>Set password</Button>
    </ActionForm>
  )
}

function NotGood() {
  return (
    <>
      <h1>This invitation cannot be used</h1>
      <p>
        It may have been used already, have run out, or been replaced by a newer one. Ask the person who
        administers accounts in your organisation for a new invitation.
      </p>
      <p>
        <a href={routes.logIn()}>Go to the log-in page</a>
      </p>
    </>
  )
}
