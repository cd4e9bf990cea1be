import 'server-only'
import type { LetterDocument } from './document'
import { addressSlabs } from './internal/address-slabs'
import { blockSlabs } from './internal/block-slabs'
import { Faces } from './internal/faces'
import { setOnPages } from './internal/flow'
import { closePdf, openPdf } from './internal/letter-pdf'
import { Pen } from './internal/pen'
import { RunningMatter } from './internal/running-matter'

const MILLIMETRE = 72 / 25.4
const A4 = { width: 210 * MILLIMETRE, height: 297 * MILLIMETRE }
const MARGIN = { side: 20 * MILLIMETRE, top: 12 * MILLIMETRE, bottom: 12 * MILLIMETRE }

/** In points. Large enough for most people; what is for somebody who reads large print says 16 or more. */
const TEXT_SIZE = 11

/** In points: where large print begins. In it nothing is smaller, neither head nor foot. */
const LARGE_PRINT = 16

export type PdfOptions = {
  /** Goes into the file. Nothing else in it depends on when or where it is made. */
  createdAt: Date
  /** Of ordinary text, in points. */
  textSize?: number
}

export type Pdf = {
  bytes: Uint8Array
  pageCount: number
  /**
   * The characters that no typeface has, each once. They are shown by a replacement sign and still found and copied as
   * themselves. Whoever sends the document refuses it or warns: a name that cannot be read is no name.
   */
  missing: string[]
}

/** The document on A4 as a tagged PDF: the same bytes for the same document and options. */
export async function renderPdf(document: LetterDocument, options: PdfOptions): Promise<Pdf> {
  return renderPdfOf(document, [document], options)
}

/** What a file of several documents is called as a whole. */
export type FileTitle = Pick<LetterDocument, 'title' | 'language' | 'subject' | 'organisation'>

/**
 * Several documents in one file, for the printer: each begins on a page of its own and has its own identifiers and page
 * numbers, so that none is put with another person's papers.
 */
export async function renderPdfOf(
  title: FileTitle,
  documents: readonly LetterDocument[],
  { createdAt, textSize = TEXT_SIZE }: PdfOptions,
): Promise<Pdf> {
  const pdf = openPdf(title, createdAt)
  const setting = { pdf, pen: new Pen(pdf), faces: new Faces(), textSize }
  let pageCount = 0
  for (const document of documents) pageCount += setDocument(setting, document, pageCount)
  return { bytes: await closePdf(pdf), pageCount, missing: [...setting.faces.missing].sort() }
}

type Setting = { pdf: PDFKit.PDFDocument; pen: Pen; faces: Faces; textSize: number }

/** Sets a document after the pages that there are. @returns how many pages it took */
function setDocument(
  { pdf, pen, faces, textSize: usual }: Setting,
  document: LetterDocument,
  firstPage: number,
): number {
  const textSize = document.isLargePrint ? Math.max(usual, LARGE_PRINT) : usual
  const x = MARGIN.side
  const width = A4.width - 2 * MARGIN.side
  const size = runningSize(textSize)
  const footTop = A4.height - MARGIN.bottom - size * 1.4
  const running = new RunningMatter(pen, faces, { x, width, top: MARGIN.top, footTop, size }, document)
  const top = MARGIN.top + running.headHeight
  const bottom = footTop - size
  const parent = pen.tag('Document', null)

  let pageCount = 0
  const open = () => {
    pen.lift()
    pdf.addPage()
    pageCount += 1
  }
  const setting = { pen, faces, x, width, size: textSize, pageHeight: bottom - top, parent }
  const slabs = blockSlabs(setting, document.blocks)
  setOnPages([...addressSlabs(setting, document.address ?? [], top), ...slabs], { top, bottom, open })
  if (pageCount === 0) open()
  pen.lift()
  for (let page = 0; page < pageCount; page += 1) {
    pdf.switchToPage(firstPage + page)
    running.draw(page + 1, pageCount)
  }
  return pageCount
}

/** Of the identifiers and the page number. */
function runningSize(textSize: number): number {
  const smaller = textSize * 0.82
  return textSize < LARGE_PRINT ? smaller : Math.max(smaller, LARGE_PRINT)
}
