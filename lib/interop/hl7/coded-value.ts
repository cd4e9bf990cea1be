import type { Repetition } from './message'

/** A code with its words and its system as sent (CE, CWE). `alternative` is the same thing in another system. */
export type CodedValue = {
  code: string
  text: string
  system: string
  alternative: { code: string; text: string; system: string } | null
}

/** Reads a coded element; null when it holds neither a code nor words. */
export function codedValueOf(repetition: Repetition | undefined): CodedValue | null {
  if (!repetition) return null
  const main = codingAt(repetition, 1)
  const alternative = codingAt(repetition, 4)
  // CWE-9 is what the sender's user typed, where there is no code.
  const words = repetition.component(9)
  if (!main && !alternative && words === '') return null
  const { code, text, system } = main ?? { code: '', text: '', system: '' }
  return { code, text: text || words, system, alternative }
}

function codingAt(repetition: Repetition, component: number): CodedValue['alternative'] {
  const [code = '', text = '', system = ''] = [0, 1, 2].map((further) =>
    repetition.component(component + further),
  )
  return code || text ? { code, text, system } : null
}
