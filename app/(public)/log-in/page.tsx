import type { Metadata } from 'next'
import { DemoAccounts } from '@/components/accounts/demo-accounts'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Header } from '@/components/nhs/header'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { TextInput } from '@/components/nhs/text-input'
import { ABSOLUTE_HOURS, IDLE_MINUTES } from '@/lib/accounts/session-limits'
import { isDemo } from '@/lib/platform/env'
import { lookUp } from '@/lib/platform/look-up'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/prisma/demo/demo-accounts'
import { logInAction } from './actions'

export const metadata: Metadata = { title: 'Log in' }

type Props = { searchParams: Promise<{ ended?: string | string[]; done?: string | string[] }> }

const DONE: Readonly<Record<string, string>> = {
  'logged-out': 'You are logged out',
  'password-set': 'Your password is set. Log in with it',
}

export default async function LogInPage({ searchParams }: Props) {
  const { ended, done } = await searchParams
  const words = lookUp(DONE, done)
  return (
    <>
      <Header />
      <Main>
        {words ? <NotificationBanner variant="success">{words}</NotificationBanner> : null}
        {ended ? (
          <NotificationBanner>
            {`Your session has ended, as it does after ${IDLE_MINUTES} minutes without use and after ${ABSOLUTE_HOURS} hours. Log in again to go on`}
          </NotificationBanner>
        ) : null}
        <ActionForm action={logInAction}>
          <h1>Log in</h1>
          <TextInput
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            spellCheck={false}
            width={20}
          />
          <TextInput
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            width={20}
          />
          <Button>Log in</Button>
        </ActionForm>
        <p>
          If you cannot log in, ask the person who administers accounts in your organisation: they can send
          you a new invitation.
        </p>
        {isDemo() ? (
          <DemoAccounts accounts={DEMO_ACCOUNTS} password={DEMO_PASSWORD} action={logInAction} />
        ) : null}
      </Main>
    </>
  )
}
