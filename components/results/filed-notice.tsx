import { NotificationBanner } from '@/components/nhs/notification-banner'
import { routes } from '@/lib/platform/routes'
import type { FiledUnmatched } from '@/lib/results/filed-unmatched'

type Props = {
  filed: FiledUnmatched | null
  /** What is said where nothing was filed; nothing where nothing was done. */
  otherwise: string | null
}

/** Above the queue that somebody came back to: under whom they filed, so that a slip is seen at once. */
export function FiledNotice({ filed, otherwise }: Props) {
  if (!filed) return otherwise ? <NotificationBanner variant="success">{otherwise}</NotificationBanner> : null
  return (
    <NotificationBanner variant="success" heading={`Filed for ${filed.name}`}>
      <a className="nhsuk-notification-banner__link" href={routes.result(filed.patientId, filed.resultId)}>
        Open the result
      </a>
    </NotificationBanner>
  )
}
