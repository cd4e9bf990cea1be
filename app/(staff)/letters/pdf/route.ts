import { redirect } from 'next/navigation'
import { pageRead } from '@/lib/accounts/page-read'
import { pdfResponse } from '@/lib/documents/pdf-response'
import { lettersPdf } from '@/lib/messages/letter-pdf'
import { getLettersToPrint } from '@/lib/messages/letters-to-post'
import { chosenLetters } from '@/lib/messages/chosen-letters'
import { now } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** The chosen letters in one file for the printer; where none of them may leave, the page that says why. */
export async function GET(request: Request): Promise<Response> {
  const letterIds = chosenLetters({ letter: new URL(request.url).searchParams.getAll('letter') })
  const letters = await pageRead((actor) => getLettersToPrint(actor, letterIds))
  const file = await lettersPdf(letters, now())
  if (!file) redirect(routes.postLetters(...letterIds.map(encodeURIComponent)))
  return pdfResponse(file)
}
