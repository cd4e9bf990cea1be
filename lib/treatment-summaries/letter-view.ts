import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNamePlain } from '@/lib/nhs/person-name'
import {
  byDueDay,
  identityFacts,
  joined,
  sheetOf,
  versionLine,
  type DocumentSection,
  type Fact,
  type Sheet,
  type SignedSummary,
} from './document-view'
import { readSection, type SummarySections } from './draft-content'
import { letterSections } from './letter-sections'
import { MOST_FIRST_ALERTS } from './clinical-sections'
import { sectionOf } from './sections'
import { valueInWords } from './value-words'

/** A summary as a practice gets it. `first` fits half a page of A4; the detail stands below it. */
export type LetterView = Sheet & {
  title: string
  number: number
  versionLine: string
  identity: Fact[]
  first: {
    diagnosis: string
    treatment: string
    intent: string
    asks: { id: string; what: string; by: string }[]
    callIf: string[]
    call: string
    /** Those that are known; a term without one stands in the detail. */
    codes: { term: string; code: string }[]
  }
  changes: readonly string[]
  sections: DocumentSection[]
}

/** As many treatments as the first half page names; the others are in the table below. */
const MOST_TREATMENTS_NAMED = 4

/** The practice's letter, from a signed version alone. */
export function letterView(signed: SignedSummary): LetterView {
  const { content, changes } = signed
  const { sections } = content
  return {
    ...sheetOf(signed),
    number: signed.number,
    title: `Treatment summary of ${formatNamePlain(content.person)}`,
    versionLine: versionLine(signed),
    identity: identityFacts(content),
    first: {
      diagnosis: diagnosisLine(sections),
      treatment: treatmentLine(sections),
      intent: choiceWords(sections, 'treatment', 'intent') ?? 'Not recorded',
      asks: byDueDay(sections.requests.items).map(({ id, values }) => ({
        id,
        what: values.what ?? '',
        by: values.dueOn ? formatDateForPatient(values.dueOn) : '',
      })),
      callIf: firstAlerts(sections),
      call: sections.contacts.fields.inHours.value ?? '',
      codes: sections.codes.items.flatMap(({ values: { term, snomedCode } }) =>
        term && snomedCode ? [{ term, code: snomedCode }] : [],
      ),
    },
    changes,
    sections: letterSections(content),
  }
}

function diagnosisLine({ diagnosis: { fields } }: SummarySections): string {
  const stage = fields.stage.value && `stage: ${fields.stage.value}`
  return joined([fields.name.value, fields.markers.value, stage], '; ') ?? ''
}

function treatmentLine({ treatment: { items, fields } }: SummarySections): string {
  const named = items.slice(0, MOST_TREATMENTS_NAMED).map(({ values }) => values.what)
  const rest = items.length - named.length
  const more = rest > 0 ? `and ${rest} more, below` : null
  return joined([...named, more, fields.continuing.value], '; ') ?? ''
}

/** Up to three symptoms, chosen for the first page. */
function firstAlerts({ alerts }: SummarySections): string[] {
  return alerts.items
    .filter(({ values }) => values.isFirst === 'yes')
    .slice(0, MOST_FIRST_ALERTS)
    .map(({ values }) => values.what ?? '')
}

function choiceWords(sections: SummarySections, name: 'treatment', field: 'intent'): string | null {
  const declared = sectionOf(name).fields[field]
  const entry = readSection({ sections }, name).fields[field]
  return declared && entry ? valueInWords(declared, entry.value) : null
}
