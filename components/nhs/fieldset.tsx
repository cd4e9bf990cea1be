import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { TextSize } from './label'

export type LegendStyle = {
  labelSize?: TextSize
  /** The legend is a heading too: 1 on a page with one question. */
  labelHeading?: 1 | 2 | 3
  labelHidden?: boolean
}

type Props = LegendStyle & {
  legend: ReactNode
  describedBy?: string
  role?: 'group'
  id?: string
  children: ReactNode
}

/** Groups fields that answer one question. Radios, checkboxes and dates bring their own. */
export function Fieldset(props: Props) {
  const { legend, labelSize, labelHeading, labelHidden, describedBy, role, id, children } = props
  const Heading = labelHeading && (`h${labelHeading}` as const)
  return (
    <fieldset className="nhsuk-fieldset" id={id} role={role} aria-describedby={describedBy || undefined}>
      <legend
        className={classNames(
          'nhsuk-fieldset__legend',
          labelSize && `nhsuk-fieldset__legend--${labelSize}`,
          labelHidden && 'nhsuk-u-visually-hidden',
        )}
      >
        {Heading ? <Heading className="nhsuk-fieldset__heading">{legend}</Heading> : legend}
      </legend>
      {children}
    </fieldset>
  )
}
