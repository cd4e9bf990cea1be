'use client'

import { useState, type ReactNode } from 'react'
import { CharacterCount } from './character-count'
import { classNames } from './class-names'
import { useField } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'
import { Label, type LabelStyle } from './label'

type Props = LabelStyle & {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string | null
  error?: string
  id?: string
  rows?: number
  /** Longest text, in characters: shows how many are left. Nothing is cut off; the schema refuses what is longer. */
  limit?: number
  spellCheck?: boolean
  autoComplete?: string
}

/** Text of several lines. */
export function TextArea(props: Props) {
  const { name, label, hint, id = name, rows = 5, limit, labelSize, labelHeading, labelHidden } = props
  const { error, value } = useField(name, props)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <FormGroup error={error} className={limit ? 'nhsuk-character-count' : undefined}>
      <Label htmlFor={id} labelSize={labelSize} labelHeading={labelHeading} labelHidden={labelHidden}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      <textarea
        className={classNames('nhsuk-textarea', error && 'nhsuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        spellCheck={props.spellCheck}
        autoComplete={props.autoComplete}
        aria-describedby={describedBy(id, hint, error, limit ? `${id}-info` : undefined)}
        defaultValue={value}
        onInput={limit ? (event) => setTyped(event.currentTarget.value) : undefined}
      />
      {limit ? <CharacterCount id={`${id}-info`} limit={limit} text={typed} /> : null}
    </FormGroup>
  )
}
