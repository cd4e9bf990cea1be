import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type TextSize = 's' | 'm' | 'l' | 'xl'

export type LabelStyle = {
  /** Larger label, for a question that heads its page or group. */
  labelSize?: TextSize
  /** The label is a heading too: 1 on a page with one question. */
  labelHeading?: 1 | 2 | 3
  /** Read out but not drawn, where a table head or a heading already says it. */
  labelHidden?: boolean
}

type Props = LabelStyle & { htmlFor: string; className?: string; children: ReactNode }

export function Label({ htmlFor, labelSize, labelHeading, labelHidden, className, children }: Props) {
  const label = (
    <label
      className={classNames(
        'nhsuk-label',
        labelSize && `nhsuk-label--${labelSize}`,
        className,
        labelHidden && 'nhsuk-u-visually-hidden',
      )}
      htmlFor={htmlFor}
    >
      {children}
    </label>
  )
  if (!labelHeading) return label
  const Heading = `h${labelHeading}` as const
  return <Heading className="nhsuk-label-wrapper">{label}</Heading>
}
