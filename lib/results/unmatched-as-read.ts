import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { typedFaults } from './file-result-form'
import { typedValue } from './internal/typed-value'
import { knownTests } from './known-tests'
import type { ResultValue } from './result'
import type { fileUnmatchedSchema } from './schema'
import type { UnmatchedContent } from './unmatched'
import { whoIsMeant, type IdentifierCode } from './who-is-meant'

/**
 * In what the person differs from what a message says, and the value as somebody read it.
 *
 * @throws RuleBroken saying all that is wrong or missing
 */
export async function asRead(
  tx: Tx,
  { person, status }: UnmatchedContent,
  input: z.output<typeof fileUnmatchedSchema>,
): Promise<{ differs: IdentifierCode[]; value: ResultValue | null }> {
  const { differs, faults } = await whoIsMeant(tx, person, input)
  const isCancelled = status === 'cancelled' || status === 'withdrawn'
  if (!isCancelled) faults.push(...typedFaults({ ...input, examined: input.code }))
  if (faults.length > 0) throw new RuleBroken(faults)
  return { differs, value: isCancelled ? null : typedValue(knownTests(), input) }
}
