import { readSection, type AnySection, type SummarySections } from './draft-content'
import { MOST_FIRST_ALERTS } from './clinical-sections'
import { SECTION_NAMES, sectionOf, type SectionName } from './sections'

/** Something to be filled before a summary can be signed. */
export type Missing = { section: SectionName; words: string }

/** What stands in the way of signing, in the order of the sections; empty when nothing does. */
export function missingFrom(content: { sections: SummarySections }): Missing[] {
  return SECTION_NAMES.flatMap((section) =>
    [
      ...emptyFields(section, readSection(content, section)),
      ...faultyItems(section, readSection(content, section)),
      ...(section === 'alerts' ? firstAlertFaults(content.sections) : []),
    ].map((words) => ({ section, words })),
  )
}

function emptyFields(name: SectionName, { fields }: AnySection): string[] {
  return Object.entries(sectionOf(name).fields).flatMap(([field, { missing }]) =>
    missing && !fields[field]?.value ? [missing] : [],
  )
}

function faultyItems(name: SectionName, { items }: AnySection): string[] {
  const { rows } = sectionOf(name)
  if (!rows) return []
  if (items.length === 0) return rows.missing ? [rows.missing] : []
  return items.flatMap(({ values }) =>
    Object.entries(rows.fields).flatMap(([field, { missing }]) =>
      missing && !values[field] ? [`${missing}: ${values[rows.of] ?? rows.one}`] : [],
    ),
  )
}

function firstAlertFaults({ alerts: { items } }: SummarySections): string[] {
  if (items.length === 0) return []
  const count = items.filter(({ values }) => values.isFirst === 'yes').length
  if (count === 0) return ['Select which alert symptoms stand on the first page']
  if (count > MOST_FIRST_ALERTS)
    return [`Up to ${MOST_FIRST_ALERTS} alert symptoms fit on the first page: ${count} are selected`]
  return []
}
