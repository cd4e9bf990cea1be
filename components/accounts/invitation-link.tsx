import { WarningCallout } from '@/components/nhs/warning-callout'
import { INVITATION_DAYS } from '@/lib/accounts/invite-staff'

/** The link of an invitation, for the one time that it can be shown. */
export function InvitationLink({ link }: { link: string }) {
  return (
    <WarningCallout heading="Hand this link over now" headingLevel={2}>
      <p>
        Copy it and give it to them yourself, in a way that reaches nobody else: whoever has it can set their
        password. No email is sent. It is good for {INVITATION_DAYS} days and for one use, and is shown only
        to you, for the next few minutes.
      </p>
      <p className="break-all">
        <code>{link}</code>
      </p>
    </WarningCallout>
  )
}
