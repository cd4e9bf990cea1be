/** Markup of our own, with what was put into it escaped. Only `markup` makes one. */
export class Markup {
  // What has the shape but was not made here is none.
  readonly #html: string
  private constructor(html: string) {
    this.#html = html
  }

  static from(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    const places = placesOf(strings)
    let html = strings[0] ?? ''
    values.forEach((value, index) => {
      html += written(value, places[index]) + (strings[index + 1] ?? '')
    })
    return new Markup(html)
  }

  /** The text of `value` if it was made by `markup`. @throws TypeError for anything else */
  static html(value: Markup): string {
    return value.#html
  }
}

type MarkupValue = string | number | Markup | readonly Markup[] | null

/** Where a value stands: between tags, or in a quoted attribute; there, whether it has to be a path of ours. */
type Place = 'text' | 'attribute' | 'path'

/**
 * Rows of busy lists, written as text: React's cost is by the element, and they are most of such a page. Values are
 * escaped; markup made by this may be put between tags as it is. A template in which a value stands anywhere but between
 * tags or in a double-quoted attribute is refused, and so is a value that is no path of ours in an attribute that leads
 * somewhere, since escaping would not make these safe.
 *
 * @throws TypeError saying where the value stands
 */
export function markup(strings: TemplateStringsArray, ...values: MarkupValue[]): Markup {
  return Markup.from(strings, values)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that means itself between tags and in a quoted attribute. */
function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text
}

const LEADS_SOMEWHERE = new Set(['href', 'src', 'action', 'formaction'])
/** Read as code, by the browser or by style sheets. */
const IS_CODE = /^(on|style$|srcdoc$|srcset$)/i
const OWN_PATH = /^\/(?![/\\])/

function written(value: MarkupValue, place: Place | undefined): string {
  if (value === null) return ''
  if (value instanceof Markup || typeof value === 'object') {
    if (place !== 'text') throw new TypeError('Markup belongs between tags.')
    return (value instanceof Markup ? [value] : value).map((each) => Markup.html(each)).join('')
  }
  const text = String(value)
  if (place === 'path' && !OWN_PATH.test(text))
    throw new TypeError('What a link leads to is no path of ours.')
  return escaped(text)
}

/** By template, which is one object for each place in the code however often it runs. */
const known = new WeakMap<TemplateStringsArray, readonly Place[]>()

function placesOf(strings: TemplateStringsArray): readonly Place[] {
  const kept = known.get(strings)
  if (kept) return kept
  const places: Place[] = []
  let before = ''
  for (const string of strings.slice(0, -1)) {
    before += string
    places.push(placeAfter(before))
    before += ANY_PATH
  }
  known.set(strings, places)
  return places
}

/** Stands for an earlier value. */
const ANY_PATH = '/x'
const TEXT = /^(?:[^<]|<\/?[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"]*")?)*\s*\/?>)*$/
const ATTRIBUTE =
  /^((?:[^<]|<[^<>]*>)*)<[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"]*")?)*\s+([a-zA-Z-]+)="([^"]*)$/
const RAW_TEXT = /<(script|style|template|iframe|noscript|noembed|noframes|plaintext|xmp)\b/i

function placeAfter(before: string): Place {
  const place = RAW_TEXT.test(before) ? null : TEXT.test(before) ? 'text' : placeInAttribute(before)
  if (place === null) throw new TypeError(`A value may not stand here: …${before.slice(-40)}`)
  return place
}

function placeInAttribute(before: string): Place | null {
  const [, earlier = '', attribute = '', start = ''] = ATTRIBUTE.exec(before) ?? []
  if (!attribute || !TEXT.test(earlier) || IS_CODE.test(attribute)) return null
  if (!LEADS_SOMEWHERE.has(attribute.toLowerCase()) || OWN_PATH.test(start)) return 'attribute'
  return start === '' ? 'path' : null
}
