import { CLINICAL_SECTIONS } from './clinical-sections'
import { ONWARD_SECTIONS } from './onward-sections'
import type { SectionDeclaration } from './section-declaration'

/**
 * The sections of a treatment summary and what each asks for, in their order: the draft, its forms, what must be
 * filled and what changed are all read from here. The headings are those of end-of-treatment summaries in use in the
 * NHS (lib/treatment-summaries/README.md); the patient's identity, the author and the copies sent stand beside.
 */
const SECTIONS = { ...CLINICAL_SECTIONS, ...ONWARD_SECTIONS } as const satisfies Readonly<
  Record<string, SectionDeclaration>
>

type Sections = typeof SECTIONS
export type SectionName = keyof Sections
export type FieldName<Name extends SectionName> = keyof Sections[Name]['fields'] & string
export type RowFieldName<Name extends SectionName> = Sections[Name] extends {
  rows: { fields: infer Fields }
}
  ? keyof Fields & string
  : never

export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[]

/** A section's declaration, of whatever section. */
export function sectionOf(name: SectionName): SectionDeclaration {
  return SECTIONS[name]
}

/** Whether a text, from an address or a form, names a section. */
export function isSectionName(name: string): name is SectionName {
  return Object.hasOwn(SECTIONS, name)
}
