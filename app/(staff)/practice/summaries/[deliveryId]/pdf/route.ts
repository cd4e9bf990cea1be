import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { getSentSummaryToPrint } from '@/lib/treatment-summaries/practice-queries'
import { letterPdf } from '@/lib/treatment-summaries/summary-pdf'

type Context = { params: Promise<{ deliveryId: string }> }

/** The letter as it was sent to the practice, as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { deliveryId } = await params
  const version = await pageRead((actor) => getSentSummaryToPrint(actor, deliveryId))
  return pdfResponse(await letterPdf(version))
}
