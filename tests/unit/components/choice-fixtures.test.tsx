import { expect, it } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { Checkboxes } from '@/components/nhs/checkboxes'
import type { ChoiceItem } from '@/components/nhs/choice-item'
import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { expectFixtures } from './expect-fixtures'
import { fieldOf, usesOnly, wordsOf, type Context, type Markup } from './fixture-context'

const choiceKeys = ['fieldset', 'name', 'idPrefix', 'hint', 'errorMessage', 'items', 'small', 'inline']

function choicesOf(context: Context, markup: Markup): ChoiceItem[] | null {
  const choices = (context.items as unknown[]).map((item): ChoiceItem | null => {
    if (usesOnly(item, 'divider')) return { divider: String(item.divider) }
    if (!usesOnly(item, 'value', 'text', 'hint', 'conditional')) return null
    const hint = wordsOf(item.hint)
    if (hint === null) return null
    const conditional = item.conditional as { html: string } | undefined
    const choice = { value: String(item.value), label: String(item.text), hint }
    return { ...choice, conditional: conditional && markup(conditional.html) }
  })
  return choices.every((choice) => choice !== null) ? choices : null
}

function look({ small, inline }: Context) {
  return { small: Boolean(small), inline: Boolean(inline) }
}

expectFixtures(
  'radios',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !context.fieldset || !usesOnly(context, ...choiceKeys, 'value')) return null
    const items = choicesOf(context, markup)
    return items && <Radios {...field} {...look(context)} items={items} value={context.value as string} />
  },
  { examples: 38 },
)

expectFixtures(
  'checkboxes',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !context.fieldset || !usesOnly(context, ...choiceKeys, 'values')) return null
    const items = choicesOf(context, markup)
    return (
      items && <Checkboxes {...field} {...look(context)} items={items} values={context.values as string[]} />
    )
  },
  { examples: 35 },
)

/** Ours gives the day field the id of the whole, so that the error summary's link lands in it, and full names. */
function dateIds(html: string): string {
  const id = /<div class="nhsuk-date-input" id="([\w-]+)"/.exec(html)?.[1] ?? ''
  return html
    .replace(`<div class="nhsuk-date-input" id="${id}"`, '<div class="nhsuk-date-input"')
    .replaceAll(`"${id}-day"`, `"${id}"`)
    .replace(/name="(day|month|year)"/g, `name="${id}-$1"`)
}

expectFixtures(
  'date-input',
  (context, markup) => {
    const field = fieldOf(context, markup)
    if (!field || !usesOnly(context, 'fieldset', 'id', 'hint', 'errorMessage', 'values')) return null
    const { day, month, year } = (context.values ?? {}) as Record<'day' | 'month' | 'year', string>
    const value = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return <DateInput {...field} value={value} />
  },
  { examples: 12, expected: dateIds },
)

it('offers one box alone without a legend', () => {
  const html = renderToStaticMarkup(<Checkboxes name="agreed" items={[{ value: 'yes', label: 'I agree' }]} />)
  expect(html).not.toContain('fieldset')
  expect(html).toContain('<label class="nhsuk-label nhsuk-checkboxes__label" for="agreed">I agree</label>')
})
