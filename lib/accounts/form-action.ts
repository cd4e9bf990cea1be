import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { recordRefusal } from '@/lib/access-log/record-refusal'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { readPostedForm, typedValues } from '@/lib/platform/form-data'
import { fieldErrors } from '@/lib/platform/form-errors'
import type { FieldError, FormAction, FormState } from '@/lib/platform/form-state'
import { findActor } from './current-actor'
import { staleWords, unexpectedWords } from './failure-words'
import { refusalWords } from './refusal-words'
import { isFromOwnPage } from './request-origin'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What a form that stays on its page is to show: faults, and values in place of the posted ones. */
export type StayOnPage = { errors: FieldError[]; values?: FormState['values'] }

type Outcome = { redirectTo: string } | StayOnPage

/**
 * The one way to make a server action: origin, actor, shape, command, answer, in this order.
 *
 * @param name stable name of the action; the access table lists every one
 * @param schema what the form must hold; its messages are the field messages
 * @param handle runs one command (one `asActor`) and answers where to go next, or what to show on the same page.
 *   Expected problems are thrown as the errors of lib/platform/errors.ts and become messages; anything else is logged
 *   with a number and shown as such
 */
export function formAction<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  handle: (actor: Actor, input: z.output<Schema>) => Promise<string | StayOnPage>,
): FormAction {
  const who = { find: findActor, withoutActor: () => redirect('/log-in?ended=1') }
  return formActionOf(who, name, schema, handle)
}

/** How the actor of a form is found, and what it is answered where there is none. */
export type FormActor<Who> = { find: () => Promise<Who | null>; withoutActor: () => StayOnPage }

/** As `formAction`, for actors who come in by another way than the log-in. */
export function formActionOf<Who extends Actor | LinkActor, Schema extends z.ZodType>(
  who: FormActor<Who>,
  name: string,
  schema: Schema,
  handle: (actor: Who, input: z.output<Schema>) => Promise<string | StayOnPage>,
): FormAction {
  return async (_state, formData) => {
    await requireOwnOrigin()
    const actor = await who.find()
    if (!actor) return { values: typedValues(formData), ...who.withoutActor() }
    return answer(formData, schema, (input, submissionId) =>
      outcomeOf(actor, name, () =>
        handle(
          { ...actor, submission: submissionId ? { id: submissionId, action: name } : undefined },
          input,
        ),
      ),
    )
  }
}

/** As `formAction`, for the few forms that somebody who is not logged in may post. */
export function publicFormAction<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  handle: (input: z.output<Schema>) => Promise<string>,
): FormAction {
  return async (_state, formData) => {
    await requireOwnOrigin()
    return answer(formData, schema, (input) => outcomeOf(null, name, () => handle(input)))
  }
}

async function answer<Schema extends z.ZodType>(
  formData: FormData,
  schema: Schema,
  run: (input: z.output<Schema>, submissionId: string | null) => Promise<Outcome>,
): Promise<FormState> {
  const values = typedValues(formData)
  const posted = readPostedForm(formData)
  if (!posted)
    return {
      errors: [{ field: '', message: 'This form could not be read. Open the page again' }],
      values: {},
    }
  const parsed = schema.safeParse(posted)
  if (!parsed.success) return { errors: fieldErrors(parsed.error, schema), values }
  const submissionId =
    typeof posted.submissionId === 'string' && UUID.test(posted.submissionId) ? posted.submissionId : null
  const outcome = await run(parsed.data, submissionId)
  if ('redirectTo' in outcome) redirect(outcome.redirectTo)
  return { errors: outcome.errors, values: { ...values, ...outcome.values } }
}

async function outcomeOf(
  actor: Actor | LinkActor | null,
  name: string,
  run: () => Promise<string | StayOnPage>,
): Promise<Outcome> {
  try {
    const next = await run()
    return typeof next === 'string' ? { redirectTo: next } : next
  } catch (error) {
    if (error instanceof NotFound) notFound()
    if (error instanceof RuleBroken) return { errors: error.errors }
    if (error instanceof Stale) return { errors: [{ field: '', message: staleWords(error) }] }
    if (error instanceof NotAllowed) {
      if (actor) await recordRefusal(actor, name, error)
      return { errors: [{ field: '', message: refusalWords(error.reason) }] }
    }
    return { errors: [{ field: '', message: unexpectedWords(name, error) }] }
  }
}

/** Stricter than the framework: a post without an origin, or from another one, changes nothing. */
async function requireOwnOrigin(): Promise<void> {
  if (!isFromOwnPage(await headers())) notFound()
}
