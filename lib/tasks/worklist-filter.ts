import { z } from 'zod'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'

/** Rows a page. */
export const PAGE_SIZE = 25

/** Nobody turns more pages than this; the filters are for that. */
const LAST_PAGE = 200

/** "This week" is the seven days that begin today. */
const DAYS_OF_A_WEEK = 7

export const DUE_CHOICES = ['overdue', 'week', 'later'] as const
export type DueChoice = (typeof DUE_CHOICES)[number]

/** Kinds that a worklist has one by one. Letters to post have a page of their own, and a line at the top. */
export const LISTED_KINDS = Object.values(TaskKind).filter((kind) => kind !== 'post_letter')
export type ListedKind = Exclude<TaskKind, 'post_letter'>

/** The state of the worklist, all of it in the address. */
export type WorklistFilter = {
  list: 'team' | 'mine'
  kind: ListedKind | null
  due: DueChoice | null
  /** `nobody`, or the id of a member of staff. */
  owner: string | null
  page: number
}

const schema = z.object({
  list: z.enum(['team', 'mine']).catch('team'),
  kind: z.enum(TaskKind).exclude(['post_letter']).nullable().catch(null),
  due: z.enum(DUE_CHOICES).nullable().catch(null),
  owner: z
    .union([z.literal('nobody'), z.uuid()])
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
})

/** The filter an address asks for; whatever it says that cannot be is as if it were not said. */
export function parseWorklistFilter(params: Record<string, string | string[] | undefined>): WorklistFilter {
  return schema.parse(params)
}

/** The address of a worklist, with one thing changed. A change of filter goes back to the first page. */
export function worklistAddress(filter: WorklistFilter, change: Partial<WorklistFilter> = {}): string {
  const wanted = { ...filter, page: 1, ...change }
  const params = new URLSearchParams()
  if (wanted.list === 'mine') params.set('list', 'mine')
  if (wanted.kind) params.set('kind', wanted.kind)
  if (wanted.due) params.set('due', wanted.due)
  if (wanted.owner && wanted.list === 'team') params.set('owner', wanted.owner)
  if (wanted.page > 1) params.set('page', String(wanted.page))
  return params.size === 0 ? routes.worklist() : `${routes.worklist()}?${params}`
}

/** First and last due date of a choice; null where it is open. Overdue is due before today. */
export function dueRange(
  choice: DueChoice | null,
  today: CalendarDate,
): { from: CalendarDate | null; to: CalendarDate | null } {
  if (choice === 'overdue') return { from: null, to: addDays(today, -1) }
  if (choice === 'week') return { from: today, to: addDays(today, DAYS_OF_A_WEEK - 1) }
  if (choice === 'later') return { from: addDays(today, DAYS_OF_A_WEEK), to: null }
  return { from: null, to: null }
}
