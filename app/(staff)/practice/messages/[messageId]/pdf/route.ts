import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { letterPdf } from '@/lib/messages/letter-pdf'
import { getSentMessageToPrint } from '@/lib/messages/practice-queries'

type Context = { params: Promise<{ messageId: string }> }

/** The letter as it was sent to the practice, as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { messageId } = await params
  return pdfResponse(await letterPdf(await pageRead((actor) => getSentMessageToPrint(actor, messageId))))
}
