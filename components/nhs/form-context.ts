'use client'

import { createContext, use } from 'react'
import { emptyFormState, errorFor, valueOf, valuesOf, type FormState } from '@/lib/platform/form-state'

type FormInProgress = { state: FormState; pending: boolean }

/** Carries the posted state from `ActionForm` to the fields inside it. Outside one, fields show their own props. */
export const FormContext = createContext<FormInProgress>({ state: emptyFormState, pending: false })

export function useFormInProgress(): FormInProgress {
  return use(FormContext)
}

/** Error and value of a single-value field: posted ones first, then the given ones. */
export function useField(name: string, given: { error?: string; value?: string | null }) {
  const { state } = use(FormContext)
  return { error: errorFor(state, name) ?? given.error, value: valueOf(state, name, given.value) }
}

/** Error and values of a many-value field (checkboxes). */
export function useFieldValues(name: string, given: { error?: string; values?: readonly string[] }) {
  const { state } = use(FormContext)
  return { error: errorFor(state, name) ?? given.error, values: valuesOf(state, name, given.values) }
}
