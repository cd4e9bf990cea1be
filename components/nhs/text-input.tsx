'use client'

import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { useField } from './form-context'
import { describedBy, FormGroup, HintAndError } from './form-group'
import { Label, type LabelStyle } from './label'
import { useClearedAfterPost } from './use-cleared-after-post'

export type TextInputProps = LabelStyle & {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The stored value, shown until the form is posted; then what was typed is shown. */
  value?: string | null
  error?: string
  id?: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  /** Monospaced, for codes and numbers that are read out or checked digit by digit. */
  code?: boolean
  prefix?: string
  suffix?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
  spellCheck?: boolean
}

/** A one-line text field. A password is empty again after a post, right or wrong (GOV.UK Design System). */
export function TextInput(props: TextInputProps) {
  const { name, label, hint, id = name, type = 'text', width, code, prefix, suffix } = props
  const { error, value } = useField(name, props)
  const field = useClearedAfterPost(type === 'password')
  const input = (
    <input
      ref={field}
      className={classNames(
        'nhsuk-input',
        code && 'nhsuk-input--code',
        error && 'nhsuk-input--error',
        width && `nhsuk-input--width-${width}`,
      )}
      id={id}
      name={name}
      type={type}
      spellCheck={props.spellCheck}
      defaultValue={type === 'password' ? undefined : value || undefined}
      aria-describedby={describedBy(id, hint, error)}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
    />
  )
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} {...labelStyle(props)}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      {prefix || suffix ? (
        <div className="nhsuk-input-wrapper">
          {prefix ? <Affix kind="prefix" text={prefix} /> : null}
          {input}
          {suffix ? <Affix kind="suffix" text={suffix} /> : null}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

function Affix({ kind, text }: { kind: 'prefix' | 'suffix'; text: string }) {
  return (
    <div className={`nhsuk-input-wrapper__${kind}`} aria-hidden="true">
      {text}
    </div>
  )
}

function labelStyle({ labelSize, labelHeading, labelHidden }: LabelStyle): LabelStyle {
  return { labelSize, labelHeading, labelHidden }
}
