import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { personPdf } from '@/lib/treatment-summaries/summary-pdf'
import { getSummaryVersionToPrint } from '@/lib/treatment-summaries/version-queries'

type Context = { params: Promise<{ patientId: string; summaryId: string; number: string }> }

/** The person's copy as a PDF; `?print=large` in large print. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const wanted = await params
  const isLarge = new URL(request.url).searchParams.get('print') === 'large'
  const copy = isLarge ? 'person_large_print' : 'person'
  const version = await pageRead((actor) => getSummaryVersionToPrint(actor, wanted, copy))
  return pdfResponse(await personPdf(version, isLarge ? 'large' : 'ordinary'))
}
