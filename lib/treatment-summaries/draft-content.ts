import { z } from 'zod'
import type { SectionDeclaration } from './section-declaration'
import { SECTION_NAMES, sectionOf, type FieldName, type RowFieldName, type SectionName } from './sections'

/** One answer. `fromRecord`: the record knew it, and nobody has changed it since. Dates are `yyyy-MM-dd`, choices codes. */
export type Entry = { value: string | null; fromRecord: boolean }

/** One of several things of a section. */
export type Item<Name extends SectionName = SectionName> = {
  /** Stays the same from version to version, and is unlike that of any other item of the section. */
  id: string
  /** Of the reference content that it came from; null where it was added by hand or read from the record. */
  code: string | null
  source: string | null
  fromRecord: boolean
  values: Record<RowFieldName<Name>, string | null>
}

export type SummarySections = {
  [Name in SectionName]: { fields: Record<FieldName<Name>, Entry>; items: Item<Name>[] }
}

/** A section as forms and comparisons read it, whichever it is. */
export type AnySection = {
  fields: Readonly<Record<string, Entry>>
  items: readonly (Omit<Item, 'values'> & { values: Readonly<Record<string, string | null>> })[]
}

export type DraftContent = {
  /** Why what was signed is written again; null before the first signature. */
  amendmentReason: string | null
  sections: SummarySections
}

const entrySchema = z.strictObject({ value: z.string().nullable(), fromRecord: z.boolean() })

const NOTHING: Entry = { value: null, fromRecord: false }

/** What a stored section must hold. A field that was asked for only later reads as not filled. */
function sectionSchema({ fields, rows }: SectionDeclaration) {
  const values = Object.keys(rows?.fields ?? {}).map((name) => [name, z.string().nullable().default(null)])
  const item = z.strictObject({
    id: z.string().min(1),
    code: z.string().nullable(),
    source: z.string().nullable(),
    fromRecord: z.boolean(),
    values: z.strictObject(Object.fromEntries(values)),
  })
  const entries = Object.keys(fields).map((name) => [name, entrySchema.default(NOTHING)])
  return z.strictObject({ fields: z.strictObject(Object.fromEntries(entries)), items: z.array(item) })
}

const contentSchema = z.strictObject({
  amendmentReason: z.string().nullable(),
  sections: z.strictObject(
    Object.fromEntries(SECTION_NAMES.map((name) => [name, sectionSchema(sectionOf(name))])),
  ),
})

/**
 * The draft that a stored value holds.
 *
 * @throws Error if it is of another shape: it was then not written by this service
 */
export function parseDraftContent(stored: unknown): DraftContent {
  return contentSchema.parse(stored) as DraftContent
}

/** A summary in which nothing is filled yet. */
export function emptyContent(): DraftContent {
  const sections = SECTION_NAMES.map((name) => [name, { fields: {}, items: [] }])
  return parseDraftContent({ amendmentReason: null, sections: Object.fromEntries(sections) })
}

/** A section of a summary, draft or signed, as any other. */
export function readSection(content: { sections: SummarySections }, name: SectionName): AnySection {
  return content.sections[name]
}
