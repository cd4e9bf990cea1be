'use client'

import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Fieldset, type LegendStyle } from './fieldset'
import { useField, useFormInProgress } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'
import { Label } from './label'

type Props = LegendStyle & {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The stored calendar date, 'yyyy-MM-dd'. */
  value?: string | null
  error?: string
  id?: string
  /** The person's own birth date: browsers may fill it in. */
  birthday?: boolean
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/**
 * A date the person knows, in three fields posted as `name-day`, `name-month` and `name-year`. The day field's id is
 * the name itself, so that the error summary's link lands in it.
 */
export function DateInput(props: Props) {
  const { name, label, hint, id = name, birthday, labelSize, labelHeading, labelHidden } = props
  const { error } = useField(name, props)
  const partErrors = useFormInProgress().state.errors.filter((each) => each.field.startsWith(`${name}-`))
  const [year, month, day] = (props.value ?? '').split('-')
  const stored = { day: withoutZero(day), month: withoutZero(month), year }
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={label}
        labelSize={labelSize}
        labelHeading={labelHeading}
        labelHidden={labelHidden}
        describedBy={describedBy(id, hint, error)}
        role="group"
      >
        <HintAndError id={id} hint={hint} error={error} />
        <div className="nhsuk-date-input">
          {parts.map(({ part, ...look }) => (
            <DatePart
              key={part}
              {...look}
              id={part === 'day' ? id : `${id}-${part}`}
              name={`${name}-${part}`}
              stored={stored[part]}
              faulty={Boolean(error) && concerns(partErrors, `${name}-${part}`)}
              autoComplete={birthday ? `bday-${part}` : undefined}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

type DatePartProps = {
  id: string
  name: string
  label: string
  width: 2 | 4
  stored: string | undefined
  faulty: boolean
  autoComplete?: string
}

function DatePart({ id, name, label, width, stored, faulty, autoComplete }: DatePartProps) {
  const { value } = useField(name, { value: stored })
  return (
    <div className="nhsuk-date-input__item">
      <div className={classNames('nhsuk-form-group', faulty && 'nhsuk-form-group--error')}>
        <Label htmlFor={id} className="nhsuk-date-input__label">
          {label}
        </Label>
        <input
          className={classNames(
            'nhsuk-input',
            faulty && 'nhsuk-input--error',
            `nhsuk-input--width-${width}`,
            'nhsuk-date-input__input',
          )}
          id={id}
          name={name}
          type="text"
          defaultValue={value || undefined}
          autoComplete={autoComplete}
          inputMode="numeric"
        />
      </div>
    </div>
  )
}

/** An error of the whole date marks all its parts; an error of a part marks that part only. */
function concerns(partErrors: readonly { field: string }[], part: string): boolean {
  return partErrors.length === 0 || partErrors.some((each) => each.field === part)
}

function withoutZero(digits: string | undefined): string | undefined {
  return digits?.replace(/^0/, '')
}
