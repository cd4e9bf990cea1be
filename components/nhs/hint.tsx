import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = { id?: string; className?: string; children: ReactNode }

export function Hint({ id, className, children }: Props) {
  return (
    <div className={classNames('nhsuk-hint', className)} id={id}>
      {children}
    </div>
  )
}
