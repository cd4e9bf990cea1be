import type { ReactNode } from 'react'

type Props = { id?: string; children: ReactNode }

export function ErrorMessage({ id, children }: Props) {
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {children}
    </span>
  )
}
