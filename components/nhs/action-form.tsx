'use client'

import { startTransition, useActionState, useMemo, useState, type ReactNode, type SubmitEvent } from 'react'
import { emptyFormState, type FieldError, type FormAction, type FormState } from '@/lib/platform/form-state'
import { typedValues } from '@/lib/platform/form-data'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'

type Props = {
  action: FormAction
  initialState?: FormState
  /** What must not even be sent, such as a file that is too large; without JavaScript the server says it. */
  check?: (posted: FormData) => FieldError[]
  id?: string
  className?: string
  children: ReactNode
}

/**
 * A form whose action answers with a `FormState`. Shows the error summary first, then the children; the fields among
 * them find their error and what was typed by name. Put the page's `h1` inside, so that the summary stands above it.
 */
export function ActionForm(props: Props) {
  const { action, initialState = emptyFormState, check, id, className, children } = props
  const [answered, dispatch, pending] = useActionState(action, initialState)
  const [notSent, setNotSent] = useState<FormState | null>(null)
  const state = notSent ?? answered
  const form = useMemo(() => ({ state, pending }), [state, pending])

  // Dispatching by hand spares the form React's reset after an action: typed text and chosen files stay as they are.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const posted = new FormData(event.currentTarget, event.nativeEvent.submitter)
    const errors = check?.(posted) ?? []
    setNotSent(errors.length > 0 ? { errors, values: typedValues(posted) } : null)
    if (errors.length === 0) startTransition(() => dispatch(posted))
  }

  return (
    <FormContext value={form}>
      <form action={dispatch} onSubmit={submit} id={id} className={className} noValidate>
        <ErrorSummary errors={state.errors} />
        {children}
      </form>
    </FormContext>
  )
}
