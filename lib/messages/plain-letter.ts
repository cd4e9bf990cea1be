import type { Block, LetterDocument } from '@/lib/documents/document'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'

/** A letter written by hand: who it is about, who it is from, and what it says. */
export type PlainLetter = {
  person: { name: string; nhsNumber: string; bornOn: CalendarDate }
  from: { teamName: string; organisation: string; telephone: string | null }
  to: 'person' | 'practice'
  /** In the heading, and in lists of letters. */
  heading: string
  /** Paragraphs with an empty line between them; one line that begins with # is a heading. */
  body: string
  writtenOn: CalendarDate
  signedBy: string
}

/** A plain letter as a document: its page and its PDF are both made from this. It says itself who the person is. */
export function plainLetter(letter: PlainLetter): LetterDocument {
  const { person, from, heading, body, signedBy } = letter
  const organisation = `${from.teamName}, ${from.organisation}`
  const nhsNumber = formatNhsNumber(person.nhsNumber)
  const call = from.telephone ? `\nTelephone ${from.telephone}` : ''
  return {
    title: heading,
    language: 'en-GB',
    subject: heading,
    organisation,
    identifiers: [`${person.name} · Born ${formatDateForPatient(person.bornOn)}`, `NHS number ${nhsNumber}`],
    blocks: [
      { kind: 'paragraph', words: `${organisation}${call}` },
      { kind: 'paragraph', words: formatDateForPatient(letter.writtenOn) },
      { kind: 'heading', level: 1, words: heading },
      {
        kind: 'facts',
        areNamesShort: true,
        facts: [
          { name: 'Name', words: person.name },
          { name: 'Born', words: formatDateForPatient(person.bornOn) },
          { name: 'NHS number', words: nhsNumber },
        ],
      },
      { kind: 'paragraph', words: letter.to === 'person' ? `Dear ${person.name}` : 'Dear colleague' },
      ...bodyBlocks(body),
      {
        kind: 'together',
        blocks: [
          { kind: 'paragraph', words: 'Yours sincerely' },
          { kind: 'paragraph', words: `${signedBy}\n${from.teamName}` },
        ],
      },
    ],
  }
}

function bodyBlocks(body: string): Block[] {
  return body
    .split(/\r?\n[^\S\n]*(?:\r?\n)+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text): Block => {
      const [, heading] = /^#+\s*(\S.*)$/.exec(text) ?? []
      return heading ? { kind: 'heading', level: 2, words: heading } : { kind: 'paragraph', words: text }
    })
}

/** A letter with the lines of its address above it, for a window envelope: as the record has them when it is printed. */
export function addressed(letter: LetterDocument, address: readonly string[]): LetterDocument {
  if (address.length === 0) return letter
  return { ...letter, blocks: [{ kind: 'paragraph', words: address.join('\n') }, ...letter.blocks] }
}
