/** One thing wrong with a form. `field` is the input's name, or '' when the fault is of no single field. */
export type FieldError = { field: string; message: string }

/** What a form action hands back when it did not redirect: what was wrong, and what was typed (never passwords or files). */
export type FormState = {
  errors: FieldError[]
  values: Record<string, string | string[]>
}

/** The shape `ActionForm` takes: React's `useActionState` signature over a posted form. */
export type FormAction = (state: FormState, formData: FormData) => Promise<FormState>

export const emptyFormState: FormState = { errors: [], values: {} }

/** The first message for a field, or undefined. A date's parts (`bornOn-month`) count as the date (`bornOn`). */
export function errorFor(state: FormState, field: string): string | undefined {
  const parts = [field, `${field}-day`, `${field}-month`, `${field}-year`]
  return state.errors.find((error) => parts.includes(error.field))?.message
}

/** True once the form has been posted and come back: then what was posted counts, even where it was nothing. */
export function wasPosted(state: FormState): boolean {
  return state.errors.length > 0 || Object.keys(state.values).length > 0
}

/** What a single-value field shows: what was typed, or before any post the fallback (the stored value). */
export function valueOf(state: FormState, field: string, fallback: string | null | undefined = ''): string {
  if (!wasPosted(state)) return fallback ?? ''
  const posted = state.values[field]
  return (Array.isArray(posted) ? posted[0] : posted) ?? ''
}

/** What a many-value field (checkboxes) shows; see `valueOf`. */
export function valuesOf(state: FormState, field: string, fallback: readonly string[] = []): string[] {
  if (!wasPosted(state)) return [...fallback]
  const posted = state.values[field] ?? []
  return Array.isArray(posted) ? posted : [posted]
}
