import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = {
  /** 'success' after something was done; otherwise something to know that is not about this page's own task. */
  variant?: 'success'
  title?: string
  heading?: string
  /** Plain text is drawn as the banner's heading, where there is no other. */
  children: ReactNode
}

const titleId = 'nhsuk-notification-banner-title'

/** One a page, at the top of `Main`. */
export function NotificationBanner({ variant, title, heading, children }: Props) {
  return (
    <div
      className={classNames('nhsuk-notification-banner', variant && `nhsuk-notification-banner--${variant}`)}
      role={variant ? 'alert' : 'region'}
      aria-labelledby={titleId}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={titleId}>
          {title ?? (variant ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        {heading ? <p className="nhsuk-notification-banner__heading">{heading}</p> : null}
        {typeof children === 'string' && !heading ? (
          <p className="nhsuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
