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

/** The note of a treatment that the first half page has room for, in characters: what was cut, which drug. */
const LONGEST_NOTE_NAMED = 60

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
  return joined([fields.name.value, fields.markers.value, stageWords(fields.stage.value)], '; ') ?? ''
}

/** "Stage IIA" and "Limited stage" say what they are; "T2 N1 M0" does not. */
function stageWords(stage: string | null): string | null {
  return stage && (/\bstage\b/i.test(stage) ? stage : `stage: ${stage}`)
}

function treatmentLine({ treatment: { items, fields } }: SummarySections): string {
  const named = items.slice(0, MOST_TREATMENTS_NAMED).map(({ values }) => treatmentWords(values))
  const rest = items.length - named.length
  const more = rest > 0 ? `and ${rest} more, below` : null
  return joined([...named, more, fields.continuing.value], '; ') ?? ''
}

/** `Surgery (Wide local excision and sentinel nodes)`: a longer note stands in the table below alone. */
function treatmentWords({ what, note }: { what: string | null; note: string | null }): string | null {
  const said = note?.replace(/\.$/, '') ?? ''
  return said !== '' && said.length <= LONGEST_NOTE_NAMED && !said.includes('\n') ? `${what} (${said})` : what
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
