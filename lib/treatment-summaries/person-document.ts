import type { LetterDocument } from '@/lib/documents/document'
import { factsBlock, listBlocks, sectionBlocks } from './document-blocks'
import type { PersonView } from './person-view'

/** The person's copy as a document: its page and its PDF are both made from this. */
export function personDocument(view: PersonView): LetterDocument {
  return {
    title: view.title,
    language: 'en-GB',
    subject: `Copy for the person. ${view.versionLine}`,
    organisation: view.organisation,
    identifiers: view.identifiers,
    blocks: [
      { kind: 'heading', level: 1, words: view.title },
      factsBlock(view.identity),
      { kind: 'paragraph', words: [{ strong: view.versionLine }] },
      ...listBlocks(2, 'What is new in this version', view.changes),
      ...sectionBlocks(view.sections, 2),
    ],
  }
}
