import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from '@/lib/platform/security-headers'

const demo = { isLive: false, isDevelopment: false }
const live = { isLive: true, isDevelopment: false }

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
  )
}

describe('the content-security policy', () => {
  it('lets only this response’s own scripts run', () => {
    expect(directives(contentSecurityPolicy('abc', demo))).toEqual({
      'default-src': "'self'",
      'script-src': "'self' 'nonce-abc' 'strict-dynamic'",
      'style-src': "'self' 'nonce-abc'",
      'img-src': "'self' data:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
  })

  it('has nothing unsafe once built', () => {
    expect(contentSecurityPolicy('abc', demo)).not.toContain('unsafe')
    expect(contentSecurityPolicy('abc', live)).not.toContain('unsafe')
  })

  it('asks for https in live use only, so that a demonstration runs on a laptop', () => {
    expect(contentSecurityPolicy('abc', live)).toContain('upgrade-insecure-requests')
    expect(contentSecurityPolicy('abc', demo)).not.toContain('upgrade-insecure-requests')
  })
})

describe('the headers', () => {
  it('keep pages out of caches and frames, and referrers at home', () => {
    expect(securityHeaders('abc', demo, '/')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': expect.stringContaining('no-store'),
    })
  })

  it('say no more than the origin of an address that holds a secret, and that much, for its forms', () => {
    for (const secret of ['/link/a-secret', '/invitation/a-secret'])
      expect(securityHeaders('abc', demo, secret)['Referrer-Policy'], secret).toBe('strict-origin')
    for (const plain of ['/patients/link/x', '/admin/invitation/x'])
      expect(securityHeaders('abc', demo, plain)['Referrer-Policy'], plain).toBe('same-origin')
  })

  it('bind browsers to https in live use only', () => {
    expect(securityHeaders('abc', live, '/')['Strict-Transport-Security']).toMatch(
      /^max-age=\d{8}; includeSubDomains$/,
    )
    expect(securityHeaders('abc', demo, '/')).not.toHaveProperty('Strict-Transport-Security')
  })
})
