import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { letterPdf } from '@/lib/messages/letter-pdf'
import { getLetterToPrint } from '@/lib/messages/queries'

type Context = { params: Promise<{ patientId: string; messageId: string }> }

/** One letter as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const place = await params
  return pdfResponse(await letterPdf(await pageRead((actor) => getLetterToPrint(actor, place))))
}
