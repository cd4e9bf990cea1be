import { NextResponse, type NextRequest } from 'next/server'
import { isDemo, isDevelopment } from '@/lib/platform/env'
import { securityHeaders } from '@/lib/platform/security-headers'

const nonceBytes = 16

/** Security headers and the nonce, nothing else: who may see what is decided where it is read. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(nonceBytes))).toString('base64')
  const headers = securityHeaders(nonce, { isLive: !isDemo(), isDevelopment: isDevelopment() })

  // Next reads the nonce for its scripts from the policy on the request.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')

  const response = NextResponse.next({ request: { headers: forwarded } })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

export const config = { matcher: '/((?!_next/static/).*)' }
