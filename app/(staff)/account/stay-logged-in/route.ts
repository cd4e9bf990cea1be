import { requireActor } from '@/lib/accounts/current-actor'
import { isFromOwnPage } from '@/lib/accounts/request-origin'

/** Counts as use of the session: asking who it is does the rest. Anybody else is sent to the log-in page. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 404 })
  await requireActor()
  return new Response(null, { status: 204 })
}
