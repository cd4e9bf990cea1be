import type { Span } from '../protocol-schedule'

/** `6 weeks`, `1 month`. */
export function spanInWords({ days, weeks, months }: Span): string {
  if (months !== undefined) return counted(months, 'month')
  return weeks !== undefined ? counted(weeks, 'week') : counted(days ?? 0, 'day')
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
