/** The fields of a form as a browser without JavaScript would post them, before anything is typed. */
export type FormFields = Readonly<Record<string, string>>

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  '#x27': "'",
  '#39': "'",
}

/**
 * Reads a form of a page: hidden and text fields, what is ticked and what is selected.
 *
 * @param marker text that the form contains and no other form of the page does, such as the name of a field
 * @throws Error if the page has no such form
 */
export function formOf(html: string, marker: string): FormFields {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((each) => each.includes(marker))
  if (!form) throw new Error(`the page has no form with ${marker}`)
  return Object.fromEntries([...inputsOf(form), ...textAreasOf(form), ...selectsOf(form)])
}

/** Posts as a browser does that runs no JavaScript. Redirects are answered, not followed. */
export function postForm(
  address: string,
  fields: FormFields,
  headers: Record<string, string>,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
}

function inputsOf(form: string): [string, string][] {
  return [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    const isChoice = type === 'radio' || type === 'checkbox'
    if (!name || type === 'submit' || (isChoice && !/\schecked(?:=|\s|>|\/)/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? (isChoice ? 'on' : '')]]
  })
}

function textAreasOf(form: string): [string, string][] {
  return [...form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)].flatMap(
    ([, tag = '', text = '']) => {
      const name = attribute(tag, 'name')
      return name ? [[name, decoded(text)]] : []
    },
  )
}

function selectsOf(form: string): [string, string][] {
  return [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].flatMap(([, tag = '', inside = '']) => {
    const name = attribute(tag, 'name')
    const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
    const chosen = options.find((option) => /\sselected(?:=|\s|>)/.test(option)) ?? options[0]
    return name && chosen ? [[name, attribute(chosen, 'value') ?? '']] : []
  })
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? []
  return value === undefined ? undefined : decoded(value)
}

function decoded(text: string): string {
  return text.replace(/&(quot|amp|lt|gt|#x27|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '')
}
