import type { Metadata } from 'next'
import { AccountLinks } from '@/components/accounts/account-links'
import { SessionTable } from '@/components/accounts/session-table'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { listOwnSessions } from '@/lib/accounts/own-sessions'
import { pageRead } from '@/lib/accounts/page-read'
import { ABSOLUTE_HOURS, IDLE_MINUTES } from '@/lib/accounts/session-limits'
import { lookUp } from '@/lib/platform/look-up'
import { endOtherSessionsAction, endSessionAction } from './actions'

export const metadata: Metadata = { title: 'Where you are logged in' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

const DONE: Readonly<Record<string, string>> = {
  ended: 'That session has ended',
  'others-ended': 'All your other sessions have ended',
}

export default async function SessionsPage({ searchParams }: Props) {
  const words = lookUp(DONE, (await searchParams).done)
  const sessions = await pageRead(listOwnSessions)
  return (
    <Main>
      {words ? <NotificationBanner variant="success">{words}</NotificationBanner> : null}
      <h1>Where you are logged in</h1>
      <AccountLinks current="sessions" />
      <p>
        You are logged out after {IDLE_MINUTES} minutes without use, and after {ABSOLUTE_HOURS} hours at the
        latest. If you do not know one of these sessions, end it and change your password.
      </p>
      <SessionTable sessions={sessions} endAction={endSessionAction} />
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessionsAction}>
          <SubmissionId />
          <Button variant="secondary">End all other sessions</Button>
        </ActionForm>
      ) : (
        <p>You are logged in nowhere else.</p>
      )}
    </Main>
  )
}
