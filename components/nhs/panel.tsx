import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = {
  heading: string
  /** An interruption asks "are you sure?" about a likely mistake; otherwise the panel says that something is done. */
  interruption?: boolean
  children?: ReactNode
}

/** The whole message of a page: what was done, or what to look at again before going on. */
export function Panel({ heading, interruption, children }: Props) {
  return (
    <div className={classNames('nhsuk-panel', interruption && 'nhsuk-panel--interruption')}>
      <h1 className={classNames('nhsuk-panel__heading', interruption && 'nhsuk-panel__heading--l')}>
        {heading}
      </h1>
      {children ? <div className="nhsuk-panel__body">{children}</div> : null}
    </div>
  )
}
