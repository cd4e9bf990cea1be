import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { catalogueOf, currentCatalogue } from '@/lib/needs-assessments/catalogue'
import { loadReferenceData } from '@/lib/operations/load-reference-data'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

const SHIPPED = 'prisma/reference/concern-catalogue/2026-11.json'

describe('a catalogue of concerns from a file', () => {
  let database: TestDatabase
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-catalogue-'))
  beforeAll(async () => {
    database = await freshApplication()
  })
  afterAll(async () => {
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  /** The shipped catalogue under another version, with other words for fatigue. */
  function ownCatalogue(version: string, fatigue: string): string {
    const file = path.join(folder, `${version}.json`)
    const text = readFileSync(SHIPPED, 'utf8').replace('"2026-11"', JSON.stringify(version))
    writeFileSync(file, text.replace('"Fatigue"', JSON.stringify(fatigue)))
    return file
  }

  const load = (...files: string[]) =>
    loadReferenceData({ ownerUrl: database.urls.owner, catalogueFiles: files })
  const current = async () => {
    const actor = await actorAtWork(database.pools.owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    const [now, before] = await asActor(actor, async (tx) => [
      await currentCatalogue(tx),
      await catalogueOf(tx, '2026-11'),
    ])
    const words = ({ concerns }: typeof now) => concerns.find(({ code }) => code === 'fatigue')?.label
    return { version: now.version, fatigue: words(now), before: words(before) }
  }

  it('is what new assessments are made from, and leaves the one before as it was', async () => {
    expect(await load(ownCatalogue('2027-01-trust', 'Worn out'))).toEqual({ catalogues: ['2027-01-trust'] })
    expect(await current()).toEqual({ version: '2027-01-trust', fatigue: 'Worn out', before: 'Fatigue' })
  })

  it('stays as it was loaded, whatever its file says later', async () => {
    expect(await load(ownCatalogue('2027-01-trust', 'Exhausted'))).toEqual({ catalogues: [] })
    expect(await current()).toMatchObject({ fatigue: 'Worn out' })
  })

  it('is not loaded at all with a fault in it', async () => {
    const file = ownCatalogue('2027-02-trust', '')
    await expect(load(ownCatalogue('2027-03-trust', 'Tired'), file)).rejects.toThrow(/fatigue/i)
    expect(await current()).toMatchObject({ version: '2027-01-trust' })
  })
})
