import 'server-only'
import type { z } from 'zod'
import type { LinkActor } from '@/lib/access/link-actor'
import { formActionOf } from '@/lib/accounts/form-action'
import type { FormAction } from '@/lib/platform/form-state'
import { findLinkActor } from './current-link-actor'
import { SESSION_ENDED } from './link-words'

/** As `formAction`, for the forms of a link. What was typed is still there when the session has ended meanwhile. */
export function linkFormAction<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  handle: (actor: LinkActor, input: z.output<Schema>) => Promise<string>,
): FormAction {
  const who = {
    find: findLinkActor,
    withoutActor: () => ({ errors: [{ field: '', message: SESSION_ENDED }] }),
  }
  return formActionOf(who, name, schema, handle)
}
