import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { getOwnFollowUp } from '@/lib/follow-up/get-own-follow-up'
import { ownFollowUpPdf } from '@/lib/messages/letter-pdf'

type Context = { params: Promise<{ patientId: string; pathwayId: string }> }

/** What the person keeps of their follow-up, as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const place = await params
  const { sheet, madeAt } = await pageRead((actor) => getOwnFollowUp(actor, place))
  return pdfResponse(await ownFollowUpPdf(sheet, madeAt))
}
