import { NotificationBanner } from '@/components/nhs/notification-banner'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { JustSaved } from '@/lib/tasks/just-saved'

type Props = {
  saved: JustSaved | null
  /** What is said where it is not known whose it was; nothing where nothing was done. */
  otherwise: string | null
}

/** Above a list that somebody came back to: what was saved, for whom, and what is next for them. */
export function SavedNotice({ saved, otherwise }: Props) {
  if (!saved) return otherwise ? <NotificationBanner variant="success">{otherwise}</NotificationBanner> : null
  const { name, met, next } = saved
  return (
    <NotificationBanner
      variant="success"
      heading={met.length > 0 ? `Saved for ${name}: ${met.join(', ')}` : `Saved for ${name}`}
    >
      {next ? (
        <p>
          Next for this person: <a href={next.href}>{next.act}</a>
          {next.detail ? ` (${next.detail})` : null}, by {formatDateForStaff(next.dueOn)}
        </p>
      ) : (
        <p>Nothing else is open for this person with your teams.</p>
      )}
    </NotificationBanner>
  )
}
