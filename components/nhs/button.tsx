import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Variant = 'secondary' | 'warning' | 'reverse'

type Props = {
  children: ReactNode
  variant?: Variant
  small?: boolean
  name?: string
  value?: string
  type?: 'submit' | 'button'
  id?: string
  /** An address that the form is sent to by this button, instead of its own. */
  formAction?: string
}

function buttonClass(variant: Variant | undefined, small: boolean | undefined) {
  return classNames('nhsuk-button', variant && `nhsuk-button--${variant}`, small && 'nhsuk-button--small')
}

/** Does something: posts its form. One primary button a page; give `name` and `value` to tell several apart. */
export function Button({ children, variant, small, name, value, type = 'submit', id, formAction }: Props) {
  return (
    <button
      className={buttonClass(variant, small)}
      id={id}
      name={name}
      type={type}
      value={value}
      formAction={formAction}
    >
      {children}
    </button>
  )
}

type LinkProps = { href: string; children: ReactNode; variant?: Variant; small?: boolean }

/** Starts something on another page, where it is the main thing to do. Otherwise use a link. */
export function ButtonLink({ href, children, variant, small }: LinkProps) {
  return (
    <a className={buttonClass(variant, small)} href={href} role="button" draggable="false">
      {children}
    </a>
  )
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="nhsuk-button-group">{children}</div>
}
