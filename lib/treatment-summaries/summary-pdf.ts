import 'server-only'
import type { LetterDocument } from '@/lib/documents/document'
import type { PdfFile } from '@/lib/documents/pdf-response'
import { renderPdf } from '@/lib/documents/render-pdf'
import { unprintableWords, withUnprintableExplained } from '@/lib/documents/unprintable-words'
import type { SignedSummary } from './document-view'
import { letterDocument } from './letter-document'
import { letterView } from './letter-view'
import { personDocument } from './person-document'
import { personView } from './person-view'

/** In points. The first screen of the letter must fit half a page. */
const LETTER_TEXT_SIZE = 10

/** In points. What the RNIB asks of print for everybody (Clear Print) is 12 at the least; large print is 16 to 18. */
const PERSON_TEXT_SIZE = { ordinary: 12, large: 18 } as const

export type PersonPrint = keyof typeof PERSON_TEXT_SIZE

/** A version to print, with the moment of its signature. */
export type PrintedSummary = SignedSummary & { signedAt: Date }

/** The practice's letter as a PDF: of one version, always the same bytes. */
export async function letterPdf(version: PrintedSummary): Promise<PdfFile> {
  return {
    fileName: `treatment-summary-letter-version-${version.number}.pdf`,
    bytes: await bytesOf(letterDocument(letterView(version)), version, LETTER_TEXT_SIZE),
  }
}

/** The person's copy as a PDF: of one version in one size, always the same bytes. */
export async function personPdf(version: PrintedSummary, print: PersonPrint): Promise<PdfFile> {
  const size = print === 'large' ? '-large-print' : ''
  return {
    fileName: `your-treatment-summary-version-${version.number}${size}.pdf`,
    bytes: await bytesOf(personDocument(personView(version)), version, PERSON_TEXT_SIZE[print]),
  }
}

/** Words of the letter or the person's copy that no typeface can print: to be known before it is signed. */
export function unprintableIn(summary: SignedSummary): string[] {
  const documents = [letterDocument(letterView(summary)), personDocument(personView(summary))]
  return [...new Set(documents.flatMap(unprintableWords))]
}

async function bytesOf(document: LetterDocument, { signedAt }: PrintedSummary, textSize: number) {
  const { bytes } = await renderPdf(withUnprintableExplained(document), { createdAt: signedAt, textSize })
  return bytes
}
