import { languageLabel, parseLanguage } from '@/lib/nhs/code-lists/language'

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

let codes: Map<string, string> | undefined

/** ISO 639 codes by English name, in small letters; of two letters where there is one. Made once: it takes a moment. */
function codesByName(): Map<string, string> {
  if (codes) return codes
  codes = new Map()
  const pairs = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
  const triples = pairs.flatMap((pair) => LETTERS.map((letter) => pair + letter))
  for (const code of [...pairs, ...triples]) {
    const name = languageLabel(code).toLowerCase()
    if (name !== code && !codes.has(name)) codes.set(name, code)
  }
  return codes
}

/** The code of a language typed by its English name or as its ISO 639 code; null when it is neither. */
export function languageTyped(text: string): string | null {
  return parseLanguage(text) ?? codesByName().get(text.trim().toLowerCase()) ?? null
}
