'use client'

import type { ReactNode } from 'react'
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
  options: readonly { value: string; label: string }[]
}

/** One of many, where radios would be too long a list. Give an option with value '' for "choose". */
export function Select(props: Props) {
  const { name, label, hint, id = name, options, labelSize, labelHeading, labelHidden } = props
  const { error, value } = useField(name, props)
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} labelSize={labelSize} labelHeading={labelHeading} labelHidden={labelHidden}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      <select
        className={classNames('nhsuk-select', error && 'nhsuk-select--error')}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
