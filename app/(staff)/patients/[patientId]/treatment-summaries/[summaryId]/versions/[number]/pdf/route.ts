import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { letterPdf } from '@/lib/treatment-summaries/summary-pdf'
import { getSummaryVersionToPrint } from '@/lib/treatment-summaries/version-queries'

type Context = { params: Promise<{ patientId: string; summaryId: string; number: string }> }

/** The letter to the practice as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const wanted = await params
  const version = await pageRead((actor) => getSummaryVersionToPrint(actor, wanted, 'letter'))
  return pdfResponse(await letterPdf(version))
}
