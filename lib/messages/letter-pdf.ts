import 'server-only'
import type { LetterDocument } from '@/lib/documents/document'
import type { PdfFile } from '@/lib/documents/pdf-response'
import { renderPdf, renderPdfOf } from '@/lib/documents/render-pdf'
import { withUnprintableExplained } from '@/lib/documents/unprintable-words'
import type { PrintedLetter } from './queries'

/** In points. What the RNIB asks of print for everybody (Clear Print) is 12 at the least. */
const TEXT_SIZE = 12

/** One letter as a PDF: as it stands, always the same bytes. */
export async function letterPdf({ letter, writtenAt }: PrintedLetter): Promise<PdfFile> {
  const options = { createdAt: writtenAt, textSize: TEXT_SIZE }
  const { bytes } = await renderPdf(withUnprintableExplained(letter), options)
  return { fileName: 'letter.pdf', bytes }
}

/** What a person keeps of their follow-up, on one sheet in large print. */
export async function ownFollowUpPdf(sheet: LetterDocument, createdAt: Date): Promise<PdfFile> {
  const { bytes } = await renderPdf(withUnprintableExplained(sheet), { createdAt })
  return { fileName: 'my-follow-up.pdf', bytes }
}

/** Letters in one file for the printer, each on pages of its own; null where there are none. */
export async function lettersPdf(
  letters: readonly PrintedLetter[],
  printedAt: Date,
): Promise<PdfFile | null> {
  const [first] = letters
  if (!first) return null
  const title = {
    title: 'Letters to post',
    subject: `${letters.length} letters to post`,
    language: 'en-GB',
    organisation: first.letter.organisation,
  }
  const { bytes } = await renderPdfOf(
    title,
    letters.map(({ letter }) => withUnprintableExplained(letter)),
    { createdAt: printedAt, textSize: TEXT_SIZE },
  )
  return { fileName: 'letters-to-post.pdf', bytes }
}
