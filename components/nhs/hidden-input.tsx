'use client'

import { useField } from './form-context'

/** A value the person does not see. After a failed post it is what was posted, as with every field. */
export function HiddenInput({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={useField(name, { value }).value} />
}
