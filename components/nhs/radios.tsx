'use client'

import type { ReactNode } from 'react'
import type { ChoiceItem } from './choice-item'
import { Choices } from './choices'
import { classNames } from './class-names'
import { Fieldset, type LegendStyle } from './fieldset'
import { useField } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'

type Props = LegendStyle & {
  name: string
  /** The question; drawn as the group's legend. */
  label: ReactNode
  hint?: ReactNode
  value?: string | null
  error?: string
  id?: string
  items: readonly ChoiceItem[]
  small?: boolean
  inline?: boolean
}

/** One of several. A choice may reveal further fields. */
export function Radios(props: Props) {
  const { name, label, hint, id = name, items, small, inline, labelSize, labelHeading, labelHidden } = props
  const { error, value } = useField(name, props)
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={label}
        labelSize={labelSize}
        labelHeading={labelHeading}
        labelHidden={labelHidden}
        describedBy={describedBy(id, hint, error)}
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div
          className={classNames(
            'nhsuk-radios',
            small && 'nhsuk-radios--small',
            inline && 'nhsuk-radios--inline',
          )}
        >
          <Choices block="nhsuk-radios" type="radio" id={id} name={name} items={items} picked={[value]} />
        </div>
      </Fieldset>
    </FormGroup>
  )
}
