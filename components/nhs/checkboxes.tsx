'use client'

import type { ReactNode } from 'react'
import type { ChoiceItem } from './choice-item'
import { Choices } from './choices'
import { classNames } from './class-names'
import { Fieldset, type LegendStyle } from './fieldset'
import { useFieldValues } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'

type Props = LegendStyle & {
  name: string
  /** The question; drawn as the group's legend. Left out, the boxes stand alone (one "I agree" box). */
  label?: ReactNode
  hint?: ReactNode
  values?: readonly string[]
  error?: string
  id?: string
  items: readonly ChoiceItem[]
  small?: boolean
  inline?: boolean
}

/** Any of several, or a single box to tick. Posts one `name` entry for each ticked box. */
export function Checkboxes(props: Props) {
  const { name, label, hint, id = name, items, small, inline, labelSize, labelHeading, labelHidden } = props
  const { error, values } = useFieldValues(name, props)
  const boxes = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div
        className={classNames(
          'nhsuk-checkboxes',
          small && 'nhsuk-checkboxes--small',
          inline && 'nhsuk-checkboxes--inline',
        )}
      >
        <Choices block="nhsuk-checkboxes" type="checkbox" id={id} name={name} items={items} picked={values} />
      </div>
    </>
  )
  return (
    <FormGroup error={error}>
      {label ? (
        <Fieldset
          legend={label}
          labelSize={labelSize}
          labelHeading={labelHeading}
          labelHidden={labelHidden}
          describedBy={describedBy(id, hint, error)}
        >
          {boxes}
        </Fieldset>
      ) : (
        boxes
      )}
    </FormGroup>
  )
}
