import { formatDateForPatient } from '@/lib/nhs/date-format'
import { filled, sectionWith, type Block, type DocumentSection, type Fact } from './document-view'
import { readSection, type AnySection } from './draft-content'
import type { FrozenSummary } from './frozen-summary'
import { SECTION_NAMES, sectionOf, type SectionName } from './sections'
import { valueInWords } from './value-words'

/** What is for the person's copy, or said on the first page already. */
const NOT_IN_TABLES = ['forPerson', 'whatToDo', 'isFirst']

/** The detail of the practice's letter: every section that says something, in its order. */
export function letterSections(content: FrozenSummary): DocumentSection[] {
  return SECTION_NAMES.flatMap((name) => {
    const section = readSection(content, name)
    const facts = name === 'who' ? [...whoFacts(content), ...factsOf(name, section)] : factsOf(name, section)
    return sectionWith(sectionOf(name).title, [{ kind: 'facts', facts }, ...tableOf(name, section)])
  })
}

function whoFacts({ team, phase, phaseEndedOn }: FrozenSummary): Fact[] {
  return filled([
    { label: 'Hospital team', value: `${team.name}, ${team.organisation}` },
    { label: 'Telephone of the team', value: team.telephone },
    { label: 'Treatment summed up', value: phase },
    { label: 'Treatment ended', value: formatDateForPatient(phaseEndedOn) },
  ])
}

/** The filled fields of a section with their labels. */
export function factsOf(name: SectionName, { fields }: AnySection): Fact[] {
  return filled(
    Object.entries(sectionOf(name).fields).map(([field, declared]) => ({
      label: declared.label,
      value: valueInWords(declared, fields[field]?.value ?? null),
    })),
  )
}

function tableOf(name: SectionName, { items }: AnySection): Block[] {
  const { rows, title } = sectionOf(name)
  if (!rows || items.length === 0) return []
  const columns = Object.entries(rows.fields).filter(
    ([field]) =>
      !NOT_IN_TABLES.includes(field) && items.some(({ values }) => (values[field] ?? null) !== null),
  )
  return [
    {
      kind: 'table',
      caption: title,
      columns: columns.map(([, declared]) => declared.label),
      rows: items.map(({ values }) =>
        columns.map(([field, declared]) => valueInWords(declared, values[field] ?? null) ?? '–'),
      ),
    },
  ]
}
