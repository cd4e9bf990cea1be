import { ageOn } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNamePlain } from '@/lib/nhs/person-name'
import type { FrozenSummary } from './frozen-summary'

/** A label with what it says. */
export type Fact = { label: string; value: string }

/** What documents are made of: pages and printed copies draw the same. Text may be of several lines. */
export type Block =
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] }

/** `isUrgent`: to be seen before anything else is done. */
export type DocumentSection = { heading: string; blocks: Block[]; isUrgent?: true }

/** What a copy on paper says beside its words: from whom it is, and whose it is on every page. */
export type Sheet = { organisation: string; identifiers: readonly [string, string] }

/** A signed version, as its renderings need it. */
export type SignedSummary = { number: number; content: FrozenSummary; changes: readonly string[] }

/** Whose summary it is: on top of both renderings. The age is on the day of signing, so that a copy never changes. */
export function identityFacts({ person, signed }: FrozenSummary): Fact[] {
  return [
    { label: 'Name', value: formatNamePlain(person) },
    {
      label: 'Born',
      value: `${formatDateForPatient(person.bornOn)} (${ageOn(person.bornOn, signed.on)} years)`,
    },
    { label: 'NHS number', value: formatNhsNumber(person.nhsNumber) },
  ]
}

/** From whom, and two identifiers of the person; the version with them, so that pages of two are never mixed up. */
export function sheetOf({ number, content: { person, team } }: SignedSummary): Sheet {
  return {
    organisation: `${team.name}, ${team.organisation}`,
    identifiers: [
      `${formatNamePlain(person)} · Born ${formatDateForPatient(person.bornOn)}`,
      `NHS number ${formatNhsNumber(person.nhsNumber)} · version ${number}`,
    ],
  }
}

/** `Version 2, signed by Beryl Jones on 9 January 2027`. */
export function versionLine({ number, content: { signed } }: SignedSummary): string {
  return `Version ${number}, signed by ${signed.by} on ${formatDateForPatient(signed.on)}`
}

/** What is due first comes first; what has no day, before all. Others stay in their order. */
export function byDueDay<Item extends { values: { dueOn: string | null } }>(items: readonly Item[]): Item[] {
  const day = ({ values }: Item) => values.dueOn ?? ''
  return items.toSorted((one, other) => (day(one) < day(other) ? -1 : Number(day(one) > day(other))))
}

/** Only the facts that say something. */
export function filled(facts: readonly { label: string; value: string | null }[]): Fact[] {
  return facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

/** A section without what is empty in it; none where nothing is left. */
export function sectionWith(heading: string, blocks: readonly Block[]): DocumentSection[] {
  const said = blocks.filter((block) => !isEmpty(block))
  return said.length === 0 ? [] : [{ heading, blocks: said }]
}

/** Parts of a sentence that are there, with a mark between; null where there are none. */
export function joined(parts: readonly (string | null)[], mark: string): string | null {
  return parts.filter((part) => part !== null && part !== '').join(mark) || null
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'facts') return block.facts.length === 0
  if (block.kind === 'paragraph') return block.text === ''
  return block.kind === 'list' ? block.items.length === 0 : block.rows.length === 0
}
