import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Header } from '@/components/nhs/header'
import { Main } from '@/components/nhs/main'
import { TextInput } from '@/components/nhs/text-input'
import { findEnrolment, type Enrolment } from '@/lib/accounts/enrol-second-factor'
import { findHalfLogIn } from '@/lib/accounts/half-log-in'
import { routes } from '@/lib/platform/routes'
import { confirmSecondFactorAction, enrolSecondFactorAction } from './actions'

export const metadata: Metadata = { title: 'Second step of logging in' }

export default async function SecondFactorPage() {
  const half = await findHalfLogIn()
  if (!half) redirect(routes.logIn())
  const enrolment = await findEnrolment(half)
  return (
    <>
      <Header />
      <Main before={<BackLink href={routes.logIn()}>Back to the log-in page</BackLink>}>
        {enrolment ? <Enrol enrolment={enrolment} /> : <Confirm />}
      </Main>
    </>
  )
}

function Confirm() {
  return (
    <ActionForm action={confirmSecondFactorAction}>
      <h1>Enter your code</h1>
      <p>Open the authenticator app on your telephone. It shows a new code every 30 seconds.</p>
      <TextInput
        name="code"
        label="6-digit code, or a recovery code"
        autoComplete="one-time-code"
        spellCheck={false}
        width={20}
        code
      />
      <Button>Log in</Button>
      <p>
        If you have neither your telephone nor a recovery code, ask your administrator for a new invitation.
      </p>
    </ActionForm>
  )
}

function Enrol({ enrolment: { picture, secret } }: { enrolment: Enrolment }) {
  return (
    <ActionForm action={enrolSecondFactorAction}>
      <h1>Set up your authenticator app</h1>
      <p>
        From now on you log in with your password and a code from an app on your telephone, so that a stolen
        password opens nothing.
      </p>
      <ol>
        <li>Install an authenticator app, if you have none. Your organisation may say which.</li>
        <li>
          In the app, add an account and scan this picture.
          <img
            className="my-4 block"
            src={picture}
            width={240}
            height={240}
            alt="QR code to scan with the app"
          />
        </li>
        <li>
          If you cannot scan it, type this key into the app instead:{' '}
          <strong className="break-words">{secret}</strong>
        </li>
        <li>Enter the code that the app now shows.</li>
      </ol>
      <TextInput
        name="code"
        label="6-digit code"
        autoComplete="one-time-code"
        inputMode="numeric"
        spellCheck={false}
        width={10}
        code
      />
      <Button>Finish setting up</Button>
    </ActionForm>
  )
}
