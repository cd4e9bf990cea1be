import type { StaleDifference } from '@/lib/platform/errors'
import type { AnySection } from './draft-content'
import type { FieldDeclaration } from './section-declaration'
import { sectionOf, type SectionName } from './sections'
import { valueInWords } from './value-words'

type Values = Readonly<Record<string, string | null>>

/** A section as its form posts it. `id` is empty for what is added. */
export type SectionInput = {
  fields: Values
  items: readonly { id: string; isLeftOut: boolean; values: Values }[]
}

/**
 * A section with what its form says in place of what it held. What is as before keeps that it is from the record; what
 * came from the reference content keeps its code and source, however it is worded now.
 *
 * @param newId gives an id to each thing that is added
 */
export function editedSection(before: AnySection, input: SectionInput, newId: () => string): AnySection {
  const fields = Object.entries(before.fields).map(([name, was]) => {
    const value = input.fields[name] ?? null
    return [name, { value, fromRecord: was.fromRecord && was.value === value }]
  })
  const items = input.items
    .filter(({ isLeftOut }) => !isLeftOut)
    .map(({ id, values }) => {
      const was = before.items.find((item) => item.id === id)
      if (!was) return { id: newId(), code: null, source: null, fromRecord: false, values }
      return { ...was, values, fromRecord: was.fromRecord && isSame(was.values, values) }
    })
  return { fields: Object.fromEntries(fields), items }
}

/** What somebody stored meanwhile and what was about to be saved, where the two differ. */
export function sectionDifferences(
  name: SectionName,
  theirs: AnySection,
  yours: SectionInput,
): StaleDifference[] {
  const { fields, rows, title } = sectionOf(name)
  const differences = Object.entries(fields).flatMap(([field, declared]) =>
    differenceOf(declared, theirs.fields[field]?.value ?? null, yours.fields[field] ?? null),
  )
  if (!rows) return differences
  const names = (items: readonly { values: Values }[]) =>
    items.map(({ values }) => values[rows.of] ?? '').join('; ') || 'nothing'
  const [stored, posted] = [names(theirs.items), names(yours.items.filter(({ isLeftOut }) => !isLeftOut))]
  return stored === posted ? differences : [...differences, { label: title, theirs: stored, yours: posted }]
}

function differenceOf(
  declared: FieldDeclaration,
  theirs: string | null,
  yours: string | null,
): StaleDifference[] {
  if (theirs === yours) return []
  const words = (value: string | null) => valueInWords(declared, value) ?? 'nothing'
  return [{ label: declared.label, theirs: words(theirs), yours: words(yours) }]
}

function isSame(before: Values, now: Values): boolean {
  return Object.keys(before).every((field) => before[field] === (now[field] ?? null))
}
