import { WarningCallout } from '@/components/nhs/warning-callout'
import type { DocumentLinkView } from '@/lib/document-links/document-link'
import { formatInstantForStaff } from '@/lib/nhs/instant'

/** The link, for the one time that it can be shown, with how to hand it over. */
export function LinkHandover({ link, of }: { link: string; of: DocumentLinkView }) {
  return (
    <WarningCallout heading="Hand this link over now" headingLevel={2}>
      <p className="break-all">
        <code>{link}</code>
      </p>
      <ul>
        <li>
          Send it to {of.practice} yourself, from your team’s secure email (nhs.net) to the practice’s own, or
          print it for the letter. Nothing is sent from here.
        </li>
        <li>
          Name the person in the message, so that the practice knows whose date of birth to give. Do not write
          the date of birth beside the link.
        </li>
        <li>It can be used until {formatInstantForStaff(of.expiresAt)}.</li>
        <li>
          It is shown to you alone, for a few minutes. If you lose it, make a new one: this one then opens
          nothing.
        </li>
      </ul>
    </WarningCallout>
  )
}
