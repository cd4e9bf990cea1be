import { plainText, type Block, type LetterDocument } from '@/lib/documents/document'
import { plainLetter } from '@/lib/messages/plain-letter'
import { today } from '@/lib/platform/clock'

/** A letter of a few words, as the module of messages writes it. */
export function aLetter(body = 'We would like to see you.') {
  return plainLetter({
    person: { name: 'Anne Smith', nhsNumber: '9990000018', bornOn: '1961-02-03' },
    from: { teamName: 'Breast team', organisation: 'A trust', telephone: '01632 960123' },
    to: 'person',
    heading: 'Your next appointment',
    body,
    writtenOn: today(),
    signedBy: 'Beryl Jones',
  })
}

/** What a letter says, from top to bottom, a line for each piece. */
export function wordsOfLetter({ blocks }: LetterDocument): string {
  return blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [plainText(block.words)]
  if (block.kind === 'list') return block.items.map(plainText)
  if (block.kind === 'facts') return block.facts.map(({ name, words }) => `${name}: ${plainText(words)}`)
  if (block.kind === 'table') return block.rows.map((row) => row.map(plainText).join(' '))
  return block.blocks.flatMap(linesOf)
}
