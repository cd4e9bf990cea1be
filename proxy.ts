import { NextResponse, type NextRequest } from 'next/server'
import { isFromOwnPage } from '@/lib/accounts/request-origin'
import { answerToRefusedBody, LARGEST_POST_BYTES } from '@/lib/patients/import/oversized-upload'
import { isDemo, isDevelopment } from '@/lib/platform/env'
import { refusalOfBody, type BodyRefusal } from '@/lib/platform/posted-body'
import { isReadableAddress, isReadableForm } from '@/lib/platform/readable-request'
import { securityHeaders } from '@/lib/platform/security-headers'

const nonceBytes = 16

/** Methods that change nothing. */
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** No page of ours: what Next answers with "not found". */
const NOWHERE = '/_not-found'

/**
 * Security headers and the nonce, nothing else: who may see what is decided where it is read. What Next would answer with
 * a failure of its own (500) before anything of ours is asked is stopped here too: an address that is none, a post of
 * another site's, one that is too large, and one that is no form.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(nonceBytes))).toString('base64')
  const deployment = { isLive: !isDemo(), isDevelopment: isDevelopment() }
  const headers = securityHeaders(nonce, deployment, request.nextUrl.pathname)

  const isPosted = !SAFE_METHODS.includes(request.method)
  if (isPosted && !isFromOwnPage(request.headers)) return new NextResponse(null, { status: 404, headers })
  if (isPosted && !isReadableForm(request.headers)) return new NextResponse(null, { status: 400, headers })

  const refusal = refusalOfBody(request.headers, LARGEST_POST_BYTES)
  if (refusal) return refused(request, refusal, headers)

  // Next reads the nonce for its scripts from the policy on the request.
  const forwarded = new Headers(request.headers)
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '')

  const response = isReadableAddress(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers: forwarded } })
    : NextResponse.rewrite(new URL(NOWHERE, request.nextUrl), { request: { headers: forwarded } })
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
