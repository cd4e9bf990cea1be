import type { Block, LetterDocument } from '@/lib/documents/document'
import { framedLetter, type LetterFrame } from './letter-frame'

/** A letter written by hand: who it is about, who it is from, and what it says. */
export type PlainLetter = LetterFrame & {
  /** In the heading, and in lists of letters. */
  heading: string
  /** Paragraphs with an empty line between them; one line that begins with # is a heading. */
  body: string
}

/** A plain letter as a document. */
export function plainLetter({ heading, body, ...frame }: PlainLetter): LetterDocument {
  return framedLetter(frame, { heading, blocks: bodyBlocks(body) })
}

/** What somebody typed, as blocks of a letter. */
export function bodyBlocks(body: string): Block[] {
  return body
    .split(/\r?\n[^\S\n]*(?:\r?\n)+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text): Block => {
      const [, heading] = /^#+\s*(\S.*)$/.exec(text) ?? []
      return heading ? { kind: 'heading', level: 2, words: heading } : { kind: 'paragraph', words: text }
    })
}
