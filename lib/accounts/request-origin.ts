import 'server-only'
import { isIP } from 'node:net'
import { headers } from 'next/headers'
import { env } from '@/lib/platform/env'

/** Where a request came from, as far as it can be known: for the list of one's sessions and for throttling. */
export type RequestOrigin = { address: string | null; browser: string | null }

/** The origin of this request. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const sent = await headers()
  return {
    address: clientAddress(sent.get('x-forwarded-for')),
    browser: browserSummary(sent.get('user-agent')),
  }
}

/** The address at which people reach this service, without a slash at the end: for a link that is handed to somebody. */
export async function serviceAddress(): Promise<string> {
  const sent = await headers()
  return env().ALONGSIDE_ORIGIN?.replace(/\/$/, '') ?? `http://${hostOf(sent) ?? 'localhost'}`
}

/** Whether a request that changes something was sent by a page of this service. A missing or opaque origin is not. */
export function isFromOwnPage(sent: Pick<Headers, 'get'>): boolean {
  const origin = sent.get('origin')
  return Boolean(origin && URL.canParse(origin) && new URL(origin).host === hostOf(sent))
}

function hostOf(sent: Pick<Headers, 'get'>): string | null {
  return sent.get('x-forwarded-host') ?? sent.get('host')
}

/** The last address in the list: the one that the nearest proxy saw. Those before it anybody can write. */
export function clientAddress(forwardedFor: string | null): string | null {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const address = last.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) ? address : null
}

/** The network that is counted as one place: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown'
  if (isIP(address) === 4) return address.split('.').slice(0, 3).join('.')
  const [front = '', back = ''] = address.toLowerCase().split('::')
  const before = front.split(':').filter(Boolean)
  const after = back.split(':').filter(Boolean)
  const missing = address.includes('::') ? 8 - before.length - after.length : 0
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  const [first, second, third, fourth] = groups.map((group) => group.padStart(4, '0'))
  return `${first}:${second}:${third}:${fourth?.slice(0, 2)}`
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iPhone or iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** `Firefox on Windows`: enough to know one's own session by, and no more. */
export function browserSummary(userAgent: string | null): string | null {
  if (!userAgent) return null
  const found = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const browser = found(BROWSERS) ?? 'Another browser'
  const system = found(SYSTEMS)
  return system ? `${browser} on ${system}` : browser
}
