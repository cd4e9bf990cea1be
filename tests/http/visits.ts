import type { AccessiblePage } from '@/tests/journeys/accessibility/pages/accessible-page'
import type { StagedService } from './staged-service'

export type Answer = { status: number; body: string; headers: Headers; address: string }

/** Opens an address as a browser without JavaScript does. Redirects are answered, unless they are to be followed. */
export async function visit(
  address: string,
  headers: Record<string, string> = {},
  redirect: RequestRedirect = 'manual',
): Promise<Answer> {
  const response = await fetch(address, { headers, redirect })
  return {
    status: response.status,
    body: await response.text(),
    headers: response.headers,
    address: response.url,
  }
}

/** The address of a page on stage. */
export function addressOf({ origin, cast }: StagedService, page: AccessiblePage): string {
  return `${origin}${page.address(cast)}`
}

/** Every cookie that the page needs to be shown as it is meant to. */
export function cookieOf({ cast }: StagedService, page: AccessiblePage): string {
  const besides = page.cookie?.(cast).join('=')
  return [page.by(cast)?.cookie, besides].filter(Boolean).join('; ')
}

/** The nonce that a response allows scripts with. */
export function nonceOf({ headers }: Answer): string | undefined {
  return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g

/**
 * A page as it would be for anybody at any time: without ids, the nonce, how long the session still lasts, and the way
 * in which the data for scripts happened to be cut into pieces and put in order.
 */
export function timeless(answer: Answer): string {
  const body = answer.body
    .replaceAll(nonceOf(answer) ?? 'no nonce', 'NONCE')
    .replaceAll(UUID, 'ID')
    .replaceAll(/\\?"lastsFor\\?":\d+/g, 'LASTS')
  const rows = [...body.matchAll(SCRIPT)]
    .map(([, text = '']) => /^self\.__next_f\.push\(\[1,"([\s\S]*)"\]\)$/.exec(text)?.[1] ?? '')
    .join('')
    .split('\\n')
  return [body.replaceAll(SCRIPT, ''), ...rows.toSorted()].join('\n')
}
