import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '@/lib/platform/canonical-json'
import type { Tx } from '@/lib/platform/database'
import { parseFrozenSummary, type FrozenSummary } from '../frozen-summary'

/** A frozen version as it was signed. */
export type FrozenVersion = {
  id: string
  summaryId: string
  number: number
  content: FrozenSummary
  /** The content still has the hash that it had when it was signed. */
  isIntact: boolean
  changes: string[]
  signedAt: Date
}

/** SHA-256, hex, of the canonical JSON: what says later that a version is as it was signed. */
export function contentHash(content: Parameters<typeof canonicalJson>[0]): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** A version by its id, where row-level security shows it; null elsewhere. */
export async function findFrozenVersion(tx: Tx, versionId: string): Promise<FrozenVersion | null> {
  const row = await tx.treatmentSummaryVersion.findUnique({ where: { id: versionId } })
  if (!row) return null
  const content = parseFrozenSummary(row.schemaNumber, row.content)
  const { id, summaryId, number, changes, signedAt } = row
  return {
    id,
    summaryId,
    number,
    changes,
    signedAt,
    content,
    isIntact: contentHash(z.json().parse(row.content)) === row.contentHash,
  }
}
