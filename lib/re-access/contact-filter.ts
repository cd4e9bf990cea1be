import { z } from 'zod'
import { ContactOutcome, ContactReason } from '@/lib/platform/prisma-client/enums'

/** What the log of contacts shows, all of it in the address. */
export type ContactFilter = { reason: ContactReason | null; outcome: ContactOutcome | null }

const schema = z.object({
  reason: z.enum(ContactReason).nullable().catch(null),
  outcome: z.enum(ContactOutcome).nullable().catch(null),
})

/** The filter an address asks for; whatever it says that cannot be is as if it were not said. */
export function parseContactFilter(params: Record<string, string | string[] | undefined>): ContactFilter {
  return schema.parse(params)
}
