import { NextResponse, type NextRequest } from 'next/server'
import { isFromOwnPage } from '@/lib/accounts/request-origin'
import { isDemo, isDevelopment } from '@/lib/platform/env'
import { securityHeaders } from '@/lib/platform/security-headers'

const nonceBytes = 16

/** Methods that change nothing. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Security headers and the nonce, nothing else: who may see what is decided where it is read. A post of another site's is
 * stopped here too, as Next would answer it with a failure of its own (500) before any action of ours is asked.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(nonceBytes))).toString('base64')
  const headers = securityHeaders(nonce, { isLive: !isDemo(), isDevelopment: isDevelopment() })

  if (!SAFE_METHODS.includes(request.method) && !isFromOwnPage(request.headers))
    return new NextResponse(null, { status: 404, headers })

  // Next reads the nonce for its scripts from the policy on the request.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')

  const response = NextResponse.next({ request: { headers: forwarded } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!_next/static/).*)' }
