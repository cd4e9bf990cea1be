'use client'

import type { ReactNode } from 'react'
import { useField } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'
import { Label, type LabelStyle } from './label'

type Props = LabelStyle & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  id?: string
  /** File kinds as the browser's chooser takes them: '.csv,text/csv'. A hint only; the server decides. */
  accept?: string
}

/** One file to send. Without JavaScript it must be chosen again after a failed post; browsers allow nothing else. */
export function FileInput(props: Props) {
  const { name, label, hint, id = name, accept, labelSize, labelHeading, labelHidden } = props
  const { error } = useField(name, props)
  return (
    <FormGroup error={error} className="nhsuk-file-upload">
      <Label htmlFor={id} labelSize={labelSize} labelHeading={labelHeading} labelHidden={labelHidden}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      <input
        className="nhsuk-file-upload__input"
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FormGroup>
  )
}
