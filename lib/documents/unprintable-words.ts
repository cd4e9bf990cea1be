import 'server-only'
import type { LetterDocument } from './document'
import { textsOf } from './document-texts'
import { Faces } from './internal/faces'

/**
 * The words that hold a character which no typeface has, each once: what whoever signs is warned of. A word is what
 * stands between blanks.
 */
export function unprintableWords(document: LetterDocument): string[] {
  const words = textsOf(document)
    .filter(isUnprintable)
    .flatMap((text) => text.split(/\s+/u))
  return [...new Set(words.filter(isUnprintable))]
}

/**
 * The document, and below it what the sign for a missing character means, where one stands in it. Otherwise the document
 * as it is.
 */
export function withUnprintableExplained(document: LetterDocument): LetterDocument {
  if (unprintableWords(document).length === 0) return document
  return { ...document, blocks: [...document.blocks, EXPLANATION] }
}

const EXPLANATION: LetterDocument['blocks'][number] = {
  kind: 'callout',
  look: 'note',
  heading: { level: 2, words: 'Letters that could not be printed' },
  blocks: [
    {
      kind: 'paragraph',
      words: 'Where � stands, this copy has no letter for what was written. Ask the team to read it to you.',
    },
  ],
}

function isUnprintable(text: string): boolean {
  const faces = new Faces()
  faces.piecesOf([text, { strong: text }])
  return faces.missing.size > 0
}
