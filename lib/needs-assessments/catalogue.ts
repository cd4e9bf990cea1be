import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { newestReferenceVersion } from '@/lib/platform/reference-sets'
import type { ConcernDefinition } from './needs-assessment'

/** One version of the list of concerns, in its order. Loaded versions never change. */
export type LoadedCatalogue = { version: string; concerns: readonly ConcernDefinition[] }

const loaded = new Map<string, LoadedCatalogue>()

/** The catalogue that new assessments are made from: the one loaded last. @throws NotFound if none is loaded */
export async function currentCatalogue(tx: Tx): Promise<LoadedCatalogue> {
  const version = await newestReferenceVersion(tx, 'concern-catalogue')
  if (version === null) throw new NotFound()
  return catalogueOf(tx, version)
}

/** A version of the catalogue. @throws NotFound if it was never loaded */
export async function catalogueOf(tx: Tx, version: string): Promise<LoadedCatalogue> {
  const known = loaded.get(version)
  if (known) return known
  const concerns = await tx.concernDefinition.findMany({
    where: { catalogueVersion: version },
    orderBy: { position: 'asc' },
    select: { code: true, domain: true, domainLabel: true, label: true },
  })
  if (concerns.length === 0) throw new NotFound()
  const catalogue = { version, concerns }
  loaded.set(version, catalogue)
  return catalogue
}
