import type { Metadata } from 'next'
import { AccountLinks } from '@/components/accounts/account-links'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { TextInput } from '@/components/nhs/text-input'
import { requireActor } from '@/lib/accounts/current-actor'
import { SHORTEST_PASSWORD } from '@/lib/accounts/password-rules'
import { changePasswordAction } from './actions'

export const metadata: Metadata = { title: 'Change password' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function ChangePasswordPage({ searchParams }: Props) {
  const { done } = await searchParams
  await requireActor()
  return (
    <Main>
      {done ? (
        <NotificationBanner variant="success">
          Your password is changed, and all your other sessions have ended
        </NotificationBanner>
      ) : null}
      <ActionForm action={changePasswordAction}>
        <h1>Change password</h1>
        <AccountLinks current="password" />
        <TextInput
          name="currentPassword"
          label="The password you have now"
          type="password"
          autoComplete="current-password"
          width={20}
        />
        <TextInput
          name="password"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three or four words that only you would put together are good.`}
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <TextInput
          name="passwordAgain"
          label="The new password again"
          type="password"
          autoComplete="new-password"
          width={20}
        />
        <Button>Change password</Button>
      </ActionForm>
    </Main>
  )
}
