import { FileInput } from '@/components/nhs/file-input'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput, type TextInputProps } from '@/components/nhs/text-input'
import { expectFixtures } from './expect-fixtures'
import { fieldOf, usesOnly, wordsOf, type Context } from './fixture-context'

const fieldKeys = ['label', 'name', 'id', 'hint', 'errorMessage']
const inputKeys = [
  'value',
  'width',
  'code',
  'prefix',
  'suffix',
  'type',
  'autocomplete',
  'inputmode',
  'spellcheck',
]

/** Our own name for options that HTML writes in small letters. */
function inputProps(context: Context): Partial<TextInputProps> {
  const { value, width, code, type, autocomplete, inputmode, spellcheck } = context
  const affixes = {
    prefix: wordsOf(context.prefix) ?? undefined,
    suffix: wordsOf(context.suffix) ?? undefined,
  }
  const given = {
    value,
    code,
    ...affixes,
    type,
    autoComplete: autocomplete,
    inputMode: inputmode,
    spellCheck: spellcheck,
  }
  return { ...given, width: width === undefined ? undefined : Number(width) } as Partial<TextInputProps>
}

expectFixtures(
  'input',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !usesOnly(context, ...fieldKeys, ...inputKeys)) return null
    if (wordsOf(context.prefix) === null || wordsOf(context.suffix) === null) return null
    return <TextInput {...field} {...inputProps(context)} />
  },
  { examples: 30 },
)

expectFixtures(
  'textarea',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !usesOnly(context, ...fieldKeys, 'value', 'rows', 'autocomplete')) return null
    return (
      <TextArea {...field} value={context.value as string} autoComplete={context.autocomplete as string} />
    )
  },
  { examples: 13 },
)

expectFixtures(
  'character-count',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !usesOnly(context, ...fieldKeys, 'value', 'maxlength')) return null
    if (typeof context.maxlength !== 'number') return null
    return <TextArea {...field} value={context.value as string} limit={context.maxlength} />
  },
  {
    examples: 13,
    // Ours says how many are left to screen readers from a place that is there before it speaks.
    expected: (html) =>
      html.replace(/<\/div>\s*$/, '<div class="nhsuk-u-visually-hidden" aria-live="polite"></div></div>'),
  },
)

expectFixtures(
  'select',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !usesOnly(context, ...fieldKeys, 'value', 'items')) return null
    const items = context.items as Context[]
    if (!items.every((item) => usesOnly(item, 'value', 'text'))) return null
    const options = items.map(({ value, text }) => ({ value: String(value), label: String(text) }))
    return <Select {...field} options={options} value={context.value as string} />
  },
  { examples: 13 },
)

expectFixtures(
  'file-upload',
  (context, markup) => {
    const field = fieldOf(context, markup)
    return field && usesOnly(context, ...fieldKeys) ? <FileInput {...field} /> : null
  },
  { examples: 13 },
)
