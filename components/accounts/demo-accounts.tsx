import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  accounts: readonly { email: string; description: string; tryThis: string }[]
  password: string
  action: FormAction
}

/** The fictitious people of the demo, each with a button to log in as them. Live deployments have none. */
export function DemoAccounts({ accounts, password, action }: Props) {
  return (
    <ActionForm action={action}>
      <h2>Demo accounts</h2>
      <p>
        Everybody here is fictitious. The password of each account is <strong>{password}</strong>
      </p>
      <input type="hidden" name="password" value={password} readOnly />
      <ul className="list-none pl-0">
        {accounts.map(({ email, description, tryThis }) => (
          <li className="mb-6" key={email}>
            <Button name="email" value={email} variant="secondary" small>
              {`Log in as ${description}`}
            </Button>
            <p>
              {email}. {tryThis}
            </p>
          </li>
        ))}
      </ul>
    </ActionForm>
  )
}
