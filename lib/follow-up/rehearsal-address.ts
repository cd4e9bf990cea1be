import { routes } from '@/lib/platform/routes'

type Params = Readonly<Record<string, string | string[] | undefined>>

/** What a rehearsal shows; in the address. */
type RehearsalAddress = {
  /** A page from 1, or everybody for printing. */
  show: number | 'all'
  /** `all`: every box of the page is ticked; `nobody`: nobody had been chosen. */
  choose: 'all' | 'nobody' | null
  /** Id of the form that moved people. */
  result: string | null
}

/** What the address asks for; what it made up counts as not asked. */
export function parseRehearsalAddress({ page, show, choose, result }: Params): RehearsalAddress {
  const number = typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
  return {
    show: show === 'all' ? 'all' : number,
    choose: choose === 'all' || choose === 'nobody' ? choose : null,
    result: typeof result === 'string' ? result : null,
  }
}

export function rehearsalAddress(
  { organisationId, code }: { organisationId: string; code: string },
  { show = 1, choose = null, result = null }: Partial<RehearsalAddress> = {},
): string {
  const query = new URLSearchParams({
    ...(show === 'all' && { show }),
    ...(typeof show === 'number' && show > 1 && { page: String(show) }),
    ...(choose && { choose }),
    ...(result && { result }),
  }).toString()
  const address = routes.rehearsal(organisationId, code)
  return query ? `${address}?${query}` : address
}

/** The pathways that an address names: `pathway` once for each. */
export function chosenPathways({ pathway = [] }: Params, most: number): string[] {
  return [pathway].flat().slice(0, most)
}
