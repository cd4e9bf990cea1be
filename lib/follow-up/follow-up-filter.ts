import { routes } from '@/lib/platform/routes'

export const SHOWN = ['all', 'overdue', 'suspended'] as const

/** Which people a list shows, and its page from 1; in the address. */
export type FollowUpFilter = { show: (typeof SHOWN)[number]; page: number }

type Params = Readonly<Record<string, string | string[] | undefined>>

/** What the address asks for; what it made up counts as not asked. */
export function parseFollowUpFilter({ show, page }: Params): FollowUpFilter {
  const number = typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
  return { show: SHOWN.find((known) => known === show) ?? 'all', page: number }
}

export function followUpAddress({ show, page }: FollowUpFilter): string {
  const query = new URLSearchParams({
    ...(show !== 'all' && { show }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `${routes.followUpList()}?${query}` : routes.followUpList()
}
