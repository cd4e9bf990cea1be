import { NextResponse, type NextRequest } from 'next/server'
import { isFromOwnPage } from '@/lib/accounts/request-origin'
import { answerToRefusedBody, LARGEST_POST_BYTES } from '@/lib/patients/import/oversized-upload'
import { isDemo, isDevelopment } from '@/lib/platform/env'
import { refusalOfBody, type BodyRefusal } from '@/lib/platform/posted-body'
import { securityHeaders } from '@/lib/platform/security-headers'

const nonceBytes = 16

/** Methods that change nothing. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Security headers and the nonce, nothing else: who may see what is decided where it is read. A post of another site's is
 * stopped here too, and one that is too large, as Next would answer both with a failure of its own (500) before any
 * action of ours is asked.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(nonceBytes))).toString('base64')
  const headers = securityHeaders(nonce, { isLive: !isDemo(), isDevelopment: isDevelopment() })

  if (!SAFE_METHODS.includes(request.method) && !isFromOwnPage(request.headers))
    return new NextResponse(null, { status: 404, headers })

  const refusal = refusalOfBody(request.headers, LARGEST_POST_BYTES)
  if (refusal) return refused(request, refusal, headers)

  // Next reads the nonce for its scripts from the policy on the request.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')

  const response = NextResponse.next({ request: { headers: forwarded } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function refused({ nextUrl }: NextRequest, refusal: BodyRefusal, headers: Record<string, string>) {
  const { status, location, words } = answerToRefusedBody(nextUrl.pathname, refusal)
  // Next wants the whole address, and sends no more than the path.
  return location
    ? NextResponse.redirect(new URL(location, nextUrl), { status, headers })
    : new NextResponse(words, {
        status,
        headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
      })
}

export const config = { matcher: '/((?!_next/static/).*)' }
