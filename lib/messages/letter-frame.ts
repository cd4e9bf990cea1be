import type { Block, LetterDocument } from '@/lib/documents/document'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { MessageRecipient } from '@/lib/platform/prisma-client/enums'

/** What every letter has, whatever it says: who it is about, who it is from, to whom and when. */
export type LetterFrame = {
  person: { name: string; nhsNumber: string; bornOn: CalendarDate }
  from: { teamName: string; organisation: string; telephone: string | null }
  to: MessageRecipient
  writtenOn: CalendarDate
  /** Null: the team writes, and nobody in it. */
  signedBy: string | null
}

/** What a letter says between its greeting and its name. */
export type LetterBody = { heading: string; blocks: readonly Block[] }

/** A letter as a document: its page and its PDF are both made from this. It says itself who the person is. */
export function framedLetter(frame: LetterFrame, { heading, blocks }: LetterBody): LetterDocument {
  const { person, from, signedBy } = frame
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
      { kind: 'paragraph', words: formatDateForPatient(frame.writtenOn) },
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
      { kind: 'paragraph', words: frame.to === 'person' ? `Dear ${person.name}` : 'Dear colleague' },
      ...blocks,
      {
        kind: 'together',
        blocks: [
          { kind: 'paragraph', words: 'Yours sincerely' },
          { kind: 'paragraph', words: [signedBy, from.teamName].filter(Boolean).join('\n') },
        ],
      },
    ],
  }
}

/** A letter with its address for a window envelope: as the record has it when it is printed. */
export function addressed(letter: LetterDocument, address: readonly string[]): LetterDocument {
  if (address.length === 0) return letter
  return { ...letter, address }
}
