import { NotificationBanner } from '@/components/nhs/notification-banner'
import { WarningCallout } from '@/components/nhs/warning-callout'
import type { getPosted } from '@/lib/messages/post-letters'
import { countOf } from '@/lib/messages/labels'
import { NamedLetters } from './named-letters'

type Props = { posted: NonNullable<Awaited<ReturnType<typeof getPosted>>> }

/** What became of the letters that were just marked: what was stopped first, since it may lie in an envelope. */
export function PostedNotice({ posted: { count, stopped, over } }: Props) {
  const outside = [...stopped, ...over]
  return (
    <>
      {count > 0 ? (
        <NotificationBanner variant="success">
          {countOf(count)} recorded as printed and posted
        </NotificationBanner>
      ) : null}
      {outside.length > 0 ? (
        <WarningCallout heading={`${countOf(outside.length)} not to be posted`}>
          <p>Take these out of the post. They are not recorded as posted.</p>
          <NamedLetters letters={outside} reasons />
          {stopped.length > 0 ? (
            <p>Where the person still has to be told, there is a task on the worklist.</p>
          ) : null}
        </WarningCallout>
      ) : null}
    </>
  )
}
