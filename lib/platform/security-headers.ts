export type Deployment = {
  /** Served to the public by https: browsers are told never to use anything else. */
  isLive: boolean
  /** `next dev`: React's development build needs eval, its error overlay inline styles. Never when built. */
  isDevelopment: boolean
}

/** Addresses that hold a secret. Under `no-referrer` their forms would come without an origin, and be refused. */
const SECRET_ADDRESS = /^\/(link|invitation)\//

/** Two years, as browsers' preload lists ask. */
const strictTransportSeconds = 63_072_000

/** Everything a page may load comes from here; scripts only with this response's nonce, no inline styles at all. */
export function contentSecurityPolicy(nonce: string, { isLive, isDevelopment }: Deployment): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  if (isLive) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}

/**
 * The headers of every response but built files. Referrers stay within the service: server actions check the origin. Of
 * an address with a secret in it, no more than the origin is said.
 */
export function securityHeaders(
  nonce: string,
  deployment: Deployment,
  pathname: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(nonce, deployment),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': SECRET_ADDRESS.test(pathname) ? 'strict-origin' : 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cache-Control': 'private, no-cache, no-store, max-age=0, must-revalidate',
  }
  if (deployment.isLive) {
    headers['Strict-Transport-Security'] = `max-age=${strictTransportSeconds}; includeSubDomains`
  }
  return headers
}
