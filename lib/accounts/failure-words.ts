import 'server-only'
import { randomUUID } from 'node:crypto'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { Stale } from '@/lib/platform/errors'
import { logger } from '@/lib/platform/logger'

const log = logger('form-action')

/** Somebody else was first: who, when, and what differs. */
export function staleWords(stale: Stale): string {
  const differences = stale.differences.map(
    ({ label, theirs, yours }) => `${label}: now “${theirs}”, you had “${yours}”`,
  )
  const what = differences.length > 0 ? ` ${differences.join('; ')}.` : ''
  return `${stale.changedBy} changed this on ${formatInstantForStaff(stale.changedAt)}. Nothing of yours was saved.${what} Open the page again to go on from theirs`
}

/** Something that nobody expected: logged under a number, which is shown. */
export function unexpectedWords(name: string, error: unknown): string {
  const reference = randomUUID().slice(0, 8)
  log.error(
    {
      reference,
      action: name,
      kind: error instanceof Error ? error.name : typeof error,
      code: codeOf(error),
    },
    'an action failed',
  )
  log.debug({ reference, stack: error instanceof Error ? error.stack : String(error) })
  return `Sorry, this could not be saved. What you typed is still here: try again in a minute. If it happens again, quote ${reference}`
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
}
