import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = {
  summary: ReactNode
  open?: boolean
  /** Drawn as a box with a plus sign, for a list of sections. */
  expander?: boolean
  children: ReactNode
}

/** What most readers do not need, behind its summary. Native, so it needs no JavaScript; printed open. */
export function Details({ summary, open, expander, children }: Props) {
  return (
    <details className={classNames('nhsuk-details', expander && 'nhsuk-expander')} open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  )
}
