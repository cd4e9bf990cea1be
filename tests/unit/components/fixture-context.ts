import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Context = Record<string, unknown>

export type Fixture = { title: string; context: Context; html: string }

const folder = path.resolve(import.meta.dirname, '../../../node_modules/nhsuk-frontend/dist/nhsuk/components')

/** The examples that nhsuk-frontend ships for a component: options, and the HTML they must give. */
export function shippedFixtures(component: string): Fixture[] {
  const file = JSON.parse(readFileSync(path.join(folder, component, 'fixtures.json'), 'utf8')) as {
    fixtures: { name: string; description?: string; context: Context; html: string }[]
  }
  return file.fixtures.map(({ name, description, context, html }) => ({
    title: [name, description].filter(Boolean).join(', '),
    context,
    html,
  }))
}

/** Whether an example uses only options our component has. */
export function usesOnly(value: unknown, ...options: string[]): value is Context {
  return isContext(value) && Object.keys(value).every((key) => options.includes(key))
}

export function isContext(value: unknown): value is Context {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text given as a string or as `{ text }`; null when it is markup or has further options. */
export function wordsOf(value: unknown): string | null | undefined {
  if (value === undefined || typeof value === 'string') return value
  return usesOnly(value, 'text') && typeof value.text === 'string' ? value.text : null
}

export type LabelOptions = { label: string; labelSize?: 's' | 'm' | 'l' | 'xl'; labelHeading?: 1 | 2 | 3 }

/** A label or legend as our components take it; null when it uses what they do not have. */
export function labelOf(value: unknown): LabelOptions | null {
  if (typeof value === 'string') return { label: value }
  if (!usesOnly(value, 'text', 'heading', 'size')) return null
  const { text, heading, size } = value
  const labelSize = size as LabelOptions['labelSize']
  if (typeof heading === 'string') return { label: heading, labelSize, labelHeading: 1 }
  if (typeof text !== 'string') return null
  if (heading === undefined) return { label: text, labelSize }
  return usesOnly(heading, 'level')
    ? { label: text, labelSize, labelHeading: heading.level as 1 | 2 | 3 }
    : null
}

/** Turns markup in an example's options into something our components take as text. */
export type Markup = (html: string) => string

function hintOf(value: unknown, markup: Markup): string | null | undefined {
  return usesOnly(value, 'html') ? markup(String(value.html)) : wordsOf(value)
}

export type FieldOptions = LabelOptions & { name: string; id?: string; hint?: string; error?: string }

/** What every field shares: label or legend, name, id, hint and error; null when one of them is beyond ours. */
export function fieldOf(context: Context, markup: Markup): FieldOptions | null {
  const fieldset = context.fieldset
  const label = labelOf(
    fieldset === undefined ? context.label : usesOnly(fieldset, 'legend') ? fieldset.legend : null,
  )
  const hint = hintOf(context.hint, markup)
  const error = wordsOf(context.errorMessage)
  if (!label || hint === null || error === null) return null
  const id = (context.id ?? context.idPrefix) as string | undefined
  return { ...label, name: (context.name ?? id) as string, id, hint, error }
}
