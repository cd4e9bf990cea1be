import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { ErrorMessage } from './error-message'
import { Hint } from './hint'

/** Space-separated ids of the hint and the error of a field, for `aria-describedby`; undefined when it has neither. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined, before?: string) {
  return classNames(before, hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined
}

type FormGroupProps = { error?: string; className?: string; children: ReactNode }

export function FormGroup({ error, className, children }: FormGroupProps) {
  return (
    <div className={classNames('nhsuk-form-group', error && 'nhsuk-form-group--error', className)}>
      {children}
    </div>
  )
}

/** The hint and the error of a field, in that order, with the ids that `describedBy` names. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
    </>
  )
}
