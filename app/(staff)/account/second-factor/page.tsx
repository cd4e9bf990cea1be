import type { Metadata } from 'next'
import { AccountLinks } from '@/components/accounts/account-links'
import { ActionLink } from '@/components/nhs/action-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { pageRead } from '@/lib/accounts/page-read'
import { getSecondFactorState, type SecondFactorState } from '@/lib/accounts/second-factor-state'
import { findShownOnce } from '@/lib/accounts/shown-once'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { isDemo } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Authenticator app' }

export default async function SecondFactorPage() {
  const { state, codes } = await pageRead(async (actor) => ({
    state: await getSecondFactorState(actor),
    codes: await findShownOnce('recovery_codes', { aboutId: actor.staffId, sessionId: actor.sessionId }),
  }))
  return (
    <Main>
      {codes ? (
        <NotificationBanner variant="success">Your app is set up, and you are logged in</NotificationBanner>
      ) : null}
      <h1>Authenticator app</h1>
      <AccountLinks current="second-factor" />
      {codes ? <RecoveryCodes codes={codes} /> : <State state={state} />}
    </Main>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <>
      <WarningCallout heading="Write these recovery codes down now" headingLevel={2}>
        <p>
          Each lets you in once, without your telephone. They are shown only now: print this page, or copy
          them to where you keep passwords.
        </p>
        <ul>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </WarningCallout>
      <ActionLink href={routes.home()}>I have kept them: go on</ActionLink>
    </>
  )
}

function State({ state: { setAt, recoveryCodesLeft } }: { state: SecondFactorState }) {
  if (!setAt)
    return <p>{isDemo() ? 'In the demo, nobody is asked for a second factor.' : 'No app is set up.'}</p>
  return (
    <>
      <p>
        Your app was set up on {formatInstantForStaff(setAt)}. You have {recoveryCodesLeft} of your recovery
        codes left.
      </p>
      <p>
        For a new telephone, or new codes, ask your administrator to invite you again: you then set a new
        password and set up the app anew.
      </p>
    </>
  )
}
