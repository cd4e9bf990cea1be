import { linkPageRead } from '@/lib/document-links/current-link-actor'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { getSummaryByLinkToPrint } from '@/lib/treatment-summaries/summary-by-link'
import { letterPdf } from '@/lib/treatment-summaries/summary-pdf'

/** The letter that a link opens, as a PDF. */
export async function GET(): Promise<Response> {
  return pdfResponse(await letterPdf(await linkPageRead(getSummaryByLinkToPrint)))
}
