import { formatDateForPatient } from '@/lib/nhs/date-format'
import { readSection, type AnySection, type SummarySections } from './draft-content'
import type { FieldDeclaration } from './section-declaration'
import { SECTION_NAMES, sectionOf, type SectionName } from './sections'
import { valueInWords } from './value-words'

/** The most of a text that a line about it repeats, in code points; the summary itself has it whole. */
const MOST_REPEATED = 80

/** What is compared: the sections, and what stands beside them. */
type Compared = { sections: SummarySections; phase: string; phaseEndedOn: string }

/**
 * What is different in a summary since the version before, one line for each change, in the order of the sections; why
 * it was amended comes first. Nothing changed: the reason alone.
 */
export function changesInWords(before: Compared, now: Compared, reason: string | null): string[] {
  return [
    ...(reason ? [`Amended because: ${reason}`] : []),
    ...(before.phase === now.phase ? [] : [`Treatment summed up is now: ${now.phase}`]),
    ...(before.phaseEndedOn === now.phaseEndedOn
      ? []
      : [`Treatment ended on ${formatDateForPatient(now.phaseEndedOn)}`]),
    ...SECTION_NAMES.flatMap((name) =>
      sectionChanges(name, readSection(before, name), readSection(now, name)),
    ),
  ]
}

function sectionChanges(name: SectionName, before: AnySection, now: AnySection): string[] {
  const { fields } = sectionOf(name)
  const changed = Object.entries(fields).flatMap(([field, declared]) =>
    fieldChange(declared, before.fields[field]?.value ?? null, now.fields[field]?.value ?? null),
  )
  return [...changed, ...itemChanges(name, before, now)]
}

function fieldChange(declared: FieldDeclaration, before: string | null, now: string | null): string[] {
  if (before === now) return []
  const [was, is] = [valueInWords(declared, before), valueInWords(declared, now)]
  if (is === null) return [`${declared.label}: taken out, was ${shortened(was ?? '')}`]
  if (was === null) return [`${declared.label}: now ${shortened(is)}`]
  return [`${declared.label}: was ${shortened(was)}, now ${shortened(is)}`]
}

function itemChanges(name: SectionName, before: AnySection, now: AnySection): string[] {
  const { rows, title } = sectionOf(name)
  if (!rows) return []
  const earlier = new Map(before.items.map((item) => [item.id, item]))
  const kept = new Set(now.items.map((item) => item.id))
  const called = ({ values }: AnySection['items'][number]) => shortened(values[rows.of] ?? rows.one)
  return [
    ...now.items.flatMap((item) => {
      const was = earlier.get(item.id)
      if (!was) return [`${title}: added: ${called(item)}`]
      return Object.entries(rows.fields)
        .flatMap(([field, declared]) =>
          fieldChange(declared, was.values[field] ?? null, item.values[field] ?? null),
        )
        .map((change) => `${title}: ${called(was)}: ${change}`)
    }),
    ...before.items.filter(({ id }) => !kept.has(id)).map((item) => `${title}: taken out: ${called(item)}`),
    ...(isInOrder(before, now) ? [] : [`${title}: in a new order`]),
  ]
}

function isInOrder(before: AnySection, now: AnySection): boolean {
  const inBoth = (one: AnySection, other: AnySection) =>
    one.items.filter(({ id }) => other.items.some((item) => item.id === id)).map(({ id }) => id)
  return inBoth(before, now).join() === inBoth(now, before).join()
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim())
  if (characters.length <= MOST_REPEATED) return characters.join('')
  const start = characters.slice(0, MOST_REPEATED - 1)
  return `${start.join('').trimEnd()}…`
}
