'use client'

import type { ReactNode } from 'react'
import { Details } from '@/components/nhs/details'
import { useFormInProgress } from '@/components/nhs/form-context'

type Props = {
  summary: string
  /** The fields inside: where one of them is at fault or was filled in, the fold is open. */
  names: readonly string[]
  open: boolean
  children: ReactNode
}

/** Fields that most forms are filled in without, behind a summary. */
export function FoldedFields({ summary, names, open, children }: Props) {
  const { state } = useFormInProgress()
  const isNeeded = names.some(
    (name) => state.errors.some(({ field }) => field === name) || Boolean(state.values[name]),
  )
  return (
    <Details summary={summary} open={open || isNeeded}>
      {children}
    </Details>
  )
}
