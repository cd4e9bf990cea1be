import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type SummaryRow = {
  label: string
  value: ReactNode
  /** What can be done about this row: "Change". `about` is read out after it: "Change date of birth". */
  action?: { href: string; label: string; about: string }
}

type Props = { rows: readonly SummaryRow[]; noBorder?: boolean }

/** Facts and their names, and the check-answers page. */
export function SummaryList({ rows, noBorder }: Props) {
  const anyAction = rows.some((row) => row.action)
  return (
    <dl className={classNames('nhsuk-summary-list', noBorder && 'nhsuk-summary-list--no-border')}>
      {rows.map((row) => (
        <div
          className={classNames(
            'nhsuk-summary-list__row',
            anyAction && !row.action && 'nhsuk-summary-list__row--no-actions',
          )}
          key={row.label}
        >
          <dt className="nhsuk-summary-list__key">{row.label}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.action ? (
            <dd className="nhsuk-summary-list__actions">
              <a className="nhsuk-link" href={row.action.href}>
                {row.action.label}
                <span className="nhsuk-u-visually-hidden"> {row.action.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
