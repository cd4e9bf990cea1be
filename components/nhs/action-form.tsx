'use client'

import { startTransition, useActionState, useMemo, type ReactNode, type SubmitEvent } from 'react'
import { emptyFormState, type FormAction, type FormState } from '@/lib/platform/form-state'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'

type Props = {
  action: FormAction
  initialState?: FormState
  id?: string
  className?: string
  children: ReactNode
}

/**
 * A form whose action answers with a `FormState`. Shows the error summary first, then the children; the fields among
 * them find their error and what was typed by name. Put the page's `h1` inside, so that the summary stands above it.
 */
export function ActionForm({ action, initialState = emptyFormState, id, className, children }: Props) {
  const [state, dispatch, pending] = useActionState(action, initialState)
  const form = useMemo(() => ({ state, pending }), [state, pending])

  // Dispatching by hand spares the form React's reset after an action: typed text and chosen files stay as they are.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const posted = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => dispatch(posted))
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
