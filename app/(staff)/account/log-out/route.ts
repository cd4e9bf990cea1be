import { requireActor } from '@/lib/accounts/current-actor'
import { logOut } from '@/lib/accounts/log-out'
import { isFromOwnPage } from '@/lib/accounts/request-origin'
import { clearSessionCookie, sessionTokenHash } from '@/lib/accounts/session-cookie'
import { forgetShownOnce } from '@/lib/accounts/shown-once'
import { routes } from '@/lib/platform/routes'

/**
 * Ends the session and has the browser forget what it kept. A route and not an action: only so can the response say
 * `Clear-Site-Data`. Cookies are cleared one by one, as that header would take those of the organisation's other
 * services too.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 404 })
  await requireActor()
  const tokenHash = await sessionTokenHash()
  if (tokenHash) await logOut(tokenHash)
  await clearSessionCookie()
  await forgetShownOnce()
  return new Response(null, {
    status: 303,
    headers: { Location: `${routes.logIn()}?done=logged-out`, 'Clear-Site-Data': '"cache", "storage"' },
  })
}
