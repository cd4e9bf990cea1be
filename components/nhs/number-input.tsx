import { TextInput, type TextInputProps } from './text-input'

type Props = Omit<TextInputProps, 'type' | 'inputMode' | 'spellCheck' | 'value'> & {
  value?: string | number | null
  /** Allow a decimal point on the telephone keyboard. */
  decimal?: boolean
}

/** A number as text: `type="number"` changes values on scroll and drops what it cannot read. */
export function NumberInput({ decimal, width = 4, value, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      value={value === null || value === undefined ? undefined : String(value)}
      width={width}
      inputMode={decimal ? 'decimal' : 'numeric'}
      spellCheck={false}
    />
  )
}
