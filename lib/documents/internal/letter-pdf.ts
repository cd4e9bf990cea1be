import 'server-only'
import PDFDocument from 'pdfkit'
import type { LetterDocument } from '../document'

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** pdfkit's document, set up as a tagged letter on A4; its pages are open until the end. */
class LetterPdf extends PDFDocument {
  /** pdfkit writes title and author into XML as they come. */
  override endMetadata() {
    const plain = this.info
    this.info = {
      ...plain,
      Title: forXml(plain.Title),
      Author: forXml(plain.Author),
      Subject: forXml(plain.Subject),
    }
    super.endMetadata()
    this.info = plain
  }
}

/** An empty PDF of the document. `createdAt` is the only thing in it that the document does not say. */
export function openPdf(
  document: Pick<LetterDocument, 'title' | 'language' | 'subject' | 'organisation'>,
  createdAt: Date,
): PDFKit.PDFDocument {
  return new LetterPdf({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    // Known to pdfkit, not yet to its types.
    subset: 'PDF/UA' as unknown as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // None of the fonts that readers are trusted to have.
    font: '',
    info: {
      Title: document.title,
      Author: document.organisation,
      Subject: document.subject,
      CreationDate: createdAt,
    },
  })
}

/** The bytes of the finished document. */
export async function closePdf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  const closed = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.end()
  await closed
  return Buffer.concat(parts)
}

function forXml(text: string | undefined): string | undefined {
  return text?.replace(NOT_IN_XML, '\ufffd').replace(/[&<>]/g, (sign) => MARKUP[sign] ?? sign)
}
