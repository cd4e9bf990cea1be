import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { SubmissionId } from '@/components/nhs/submission-id'
import type { SessionView } from '@/lib/accounts/own-sessions'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { sessions: readonly SessionView[]; endAction: FormAction }

/** Where somebody is logged in, each with its end. */
export function SessionTable({ sessions, endAction }: Props) {
  return (
    <table className="app-list">
      <caption>Your sessions, this one first</caption>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Address</th>
          <th scope="col">Logged in</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="sr-only">End it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row">{session.browser ?? 'Not known'}</th>
            <td data-label="Address">{session.address ?? 'Not known'}</td>
            <td data-label="Logged in">{formatInstantForStaff(session.startedAt)}</td>
            <td data-label="Last used">{formatInstantForStaff(session.lastSeenAt)}</td>
            <td>
              {session.isThisOne ? (
                'This session'
              ) : (
                <ActionForm action={endAction}>
                  <SubmissionId />
                  <HiddenInput name="sessionId" value={session.id} />
                  <Button variant="secondary" small>
                    End session
                  </Button>
                </ActionForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
