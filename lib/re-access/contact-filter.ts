import { z } from 'zod'
import { routes } from '@/lib/platform/routes'
import { ContactOutcome, ContactReason } from '@/lib/platform/prisma-client/enums'

/** Rows a page of the log, and as many open contacts as are shown at first. */
export const CONTACTS_A_PAGE = 25

/** Nobody turns more pages than this; the filter is for that. */
const LAST_PAGE = 400

/** What the lists of contacts show, all of it in the address. */
export type ContactFilter = {
  reason: ContactReason | null
  outcome: ContactOutcome | null
  /** Of the log, from 1. */
  page: number
  /** The most urgent of those that are open, or all. */
  open: 'first' | 'all'
}

const schema = z.object({
  reason: z.enum(ContactReason).nullable().catch(null),
  outcome: z.enum(ContactOutcome).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
  open: z.enum(['first', 'all']).catch('first'),
})

/** The filter an address asks for; whatever it says that cannot be is as if it were not said. */
export function parseContactFilter(params: Record<string, string | string[] | undefined>): ContactFilter {
  return schema.parse(params)
}

/** Whether some contacts of the log are left out, or others come before this page. */
export function isFiltered({ reason, outcome, page }: ContactFilter): boolean {
  return reason !== null || outcome !== null || page > 1
}

/** The address of the lists, with one thing changed. Another filter goes back to the first page. */
export function contactsAddress(filter: ContactFilter, change: Partial<ContactFilter> = {}): string {
  const { reason, outcome, page, open } = { ...filter, page: 1, ...change }
  const params = new URLSearchParams()
  if (reason) params.set('reason', reason)
  if (outcome) params.set('outcome', outcome)
  if (page > 1) params.set('page', String(page))
  if (open === 'all') params.set('open', open)
  return params.size === 0 ? routes.contacts() : `${routes.contacts()}?${params}`
}
