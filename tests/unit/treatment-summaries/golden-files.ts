import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LetterDocument } from '@/lib/documents/document'
import type { PdfFile } from '@/lib/documents/pdf-response'
import { letterDocument } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { personDocument } from '@/lib/treatment-summaries/person-document'
import { personView } from '@/lib/treatment-summaries/person-view'
import { letterPdf, personPdf } from '@/lib/treatment-summaries/summary-pdf'
import { SUMMARIES } from './eight-people'

/** What is printed of somebody, and the file that holds what it said when it was last looked at. */
export type Printed = { file: string; document: LetterDocument; pdf: () => Promise<PdfFile> }

const SIGNED_AT = new Date('2026-11-20T10:00:00Z')

/** The letter and the person's copy of each of the eight. */
export const PRINTED: readonly Printed[] = SUMMARIES.flatMap(({ story, signed }) => {
  const version = { ...signed, signedAt: SIGNED_AT }
  return [
    {
      file: `${story}.letter.txt`,
      document: letterDocument(letterView(signed)),
      pdf: () => letterPdf(version),
    },
    {
      file: `${story}.person.txt`,
      document: personDocument(personView(signed)),
      pdf: () => personPdf(version, 'ordinary'),
    },
  ]
})

/** Where a file of golden text is. */
export function goldenPath(file: string): string {
  return path.join(import.meta.dirname, 'golden', file)
}

/** The lines of a file of golden text; what belongs to a line but stands on the next is put back on it. */
export function goldenLines(file: string): string[] {
  return readFileSync(goldenPath(file), 'utf8')
    .trimEnd()
    .split(/\n(?! {4})/)
}
