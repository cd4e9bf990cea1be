/** Rows to a page of a list. */
export const PAGE_SIZE = 25

export const STAFF_STATES = ['active', 'invited', 'disabled'] as const
export type StaffState = (typeof STAFF_STATES)[number]

/** What the staff list is narrowed to. */
export type StaffFilter = { find: string; teamId: string | null; state: StaffState | null; page: number }

type Params = Record<string, string | string[] | undefined>

const LONGEST_SEARCH = 100
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The filter that an address asks for; what it does not understand it leaves out. */
export function parseStaffFilter(params: Params): StaffFilter {
  const text = (name: string) => [params[name]].flat()[0]?.trim() ?? ''
  const state = text('state')
  const page = text('page')
  return {
    find: text('find').replaceAll('\0', '').slice(0, LONGEST_SEARCH),
    teamId: UUID.test(text('team')) ? text('team') : null,
    state: STAFF_STATES.find((known) => known === state) ?? null,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

/** The query of an address that asks for the filter, with the question mark; empty for none. */
export function staffFilterQuery({ find, teamId, state, page }: StaffFilter): string {
  const query = new URLSearchParams()
  if (find) query.set('find', find)
  if (teamId) query.set('team', teamId)
  if (state) query.set('state', state)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}
