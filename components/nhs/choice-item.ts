import type { ReactNode } from 'react'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Fields shown below while this choice is picked. Always in the page, so always posted: ignore them if not picked. */
  conditional?: ReactNode
}

export type ChoiceItem = Choice | { divider: string }

/** Ids of choices: the first is the field's own, so that the error summary's link lands on it. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}
