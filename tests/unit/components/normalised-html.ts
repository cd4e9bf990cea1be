const voidTags = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'path', 'wbr'])

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&ctdot;': '⋯',
}

function decode(text: string): string {
  return text.replace(/&[#\w]+;?/g, (entity) => entities[entity] ?? entities[`${entity};`] ?? entity)
}

/** Hooks for nhsuk-frontend's own scripts, which we do not load, and classes that only those scripts act on. */
const scriptAttributes =
  /^data-(module|maxlength|maxwords|threshold|disable-auto-focus|prevent-double-click|aria-controls)$/
const scriptClasses = /\s*\b(nhsuk-js-character-count|nhsuk-(radios|checkboxes)__conditional--hidden)\b/g

function attributesOf(text: string): string {
  return (
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
      .map(
        ([, name = '', value = '']) =>
          [name.toLowerCase(), decode(value).replace(scriptClasses, '').trim()] as const,
      )
      // Some shipped headings have role="text", which is no ARIA role; ours do not.
      .filter(([name, value]) => !(name === 'role' && value === 'text'))
      .filter(([name, value]) => !scriptAttributes.test(name) && !(name === 'class' && value === ''))
      .map(([name, value]) => (value === '' ? name : `${name}="${value.replace(/\s+/g, ' ')}"`))
      .sort()
      .join(' ')
  )
}

/**
 * Markup as one line for each tag and each text: attributes sorted, blanks that a browser would fold folded, hooks for
 * scripts left out. Two pieces of markup with the same lines draw and read the same.
 */
export function normalisedHtml(html: string): string[] {
  const lines: string[] = []
  for (const [, closing, tag, attributes, text] of html.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[^<>]*?)?)\/?>|([^<]+)/gi,
  )) {
    if (text !== undefined) {
      const words = decode(text).replace(/\s+/g, ' ').trim()
      if (words) lines.push(words)
      continue
    }
    const name = (tag ?? '').toLowerCase()
    if (closing) {
      if (!voidTags.has(name)) lines.push(`</${name}>`)
    } else lines.push(`<${[name, attributesOf(attributes ?? '')].filter(Boolean).join(' ')}>`)
  }
  return lines
}
