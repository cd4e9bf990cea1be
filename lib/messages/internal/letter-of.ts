import type { LetterDocument } from '@/lib/documents/document'

/** What a letter says: written by this module as a `LetterDocument` and never changed since. */
export function letterOf({ content }: { content: unknown }): LetterDocument {
  return content as LetterDocument
}
