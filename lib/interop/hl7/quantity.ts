/** `<` and the like stand before a number that is only a limit; `=` is none. */
export type Comparator = '<' | '<=' | '>' | '>='

/**
 * A number as the laboratory wrote it, to the last nought: `0.01` under a `<`, never the value itself. Text, so that
 * nothing is rounded; arithmetic is for whoever uses it.
 */
export type Quantity = { comparator: Comparator | null; number: string }

const COMPARATORS: Readonly<Record<string, Comparator | null>> = {
  '': null,
  '=': null,
  '<': '<',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const QUANTITY = /^([<>=≤≥]{0,2})\s*(.*)$/u

/** Reads a number with or without a comparator. Null for anything else: words, several numbers, thousands separators. */
export function readQuantity(text: string): Quantity | null {
  const [, sign = '', number = ''] = QUANTITY.exec(text.trim()) ?? []
  const comparator = comparatorOf(sign)
  return comparator !== undefined && NUMBER.test(number) ? { comparator, number } : null
}

/** Undefined when it is no comparator, or one that leaves the number meaning nothing (`<>`). */
export function comparatorOf(sign: string): Comparator | null | undefined {
  return Object.hasOwn(COMPARATORS, sign) ? COMPARATORS[sign] : undefined
}

/** Whether text is a plain number. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text)
}
