import type { Ingest } from './hl7-ingest'
import type { Run } from './measure'
import type { Night } from './night'
import type { Verdict } from './verdicts'

/** Rows of text in columns: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n')
}

/** A case's page and the statements behind it, beside the floor. */
export function speedRow(name: string, page: Run, sql: Run | undefined, floor: Run): string[] {
  return [
    name,
    number(page.requestsPerSecond),
    number(page.p50, 1),
    number(page.p95, 1),
    page.serverMs ? number(page.serverMs, 2) : '–',
    `${number(page.requestsPerSecond / floor.requestsPerSecond, 2)}×`,
    `${number(page.p95 / floor.p95, 2)}×`,
    sql ? number(sql.requestsPerSecond) : '–',
    sql ? number(sql.p95, 1) : '–',
    sql ? `${number((100 * page.requestsPerSecond) / sql.requestsPerSecond, 1)} %` : '–',
  ]
}

export const SPEED_HEAD = [
  'case',
  'req/s',
  'p50 ms',
  'p95 ms',
  'server ms',
  '÷ floor',
  'p95 ÷ floor',
  'SQL/s',
  'SQL p95',
  'of SQL',
] as const

/** The nightly work in a line. */
export function nightWords({ people, seconds, residentBytes, ledgerSeconds }: Night): string {
  const work = `${number(seconds, 1)} s, ${number(people / seconds)} a second, ${number(residentBytes / 1e6)} MB at most`
  return `What ${number(people)} people on follow-up are owed: worked out in ${work}; the ledger checked in ${number(ledgerSeconds, 2)} s.`
}

export function ingestWords({ people, together, waiting }: Ingest): string {
  const senders = `a sender that waits for no answer, ${number(waiting)} from one that waits for each`
  return `HL7 over one connection, ${number(people)} people: ${number(together)} messages a second from ${senders}.`
}

export function verdictRow({ what, value, unit, must, isMet }: Verdict): string[] {
  return [what, `${number(value, unit === 'MB' ? 0 : 2)} ${unit}`, must, isMet ? 'met' : 'MISSED']
}

export const VERDICT_HEAD = ['target', 'measured', 'must be', ''] as const

/** With thousands marked, and so many decimals. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}
