import { InsetText } from '@/components/nhs/inset-text'
import type { PathwayView } from '@/lib/follow-up/follow-up-view'
import { rehearsalAddress } from '@/lib/follow-up/rehearsal-address'

/** That the trust has published another version of the protocol than the one that this person is followed up by. */
export function OtherVersionNotice({ pathway: { otherVersion } }: { pathway: PathwayView }) {
  if (!otherVersion) return null
  const { published, kept, rehearsal } = otherVersion
  return (
    <InsetText>
      <p>
        Version {published} of this protocol is published. This person is on version {kept}.
      </p>
      {rehearsal ? (
        <p>
          <a href={rehearsalAddress(rehearsal)}>See what version {published} would change</a>
        </p>
      ) : null}
    </InsetText>
  )
}
