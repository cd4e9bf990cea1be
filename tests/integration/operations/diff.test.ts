import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differenceToSchema } from '@/lib/operations/database/diff'
import { freshDatabase, type TestDatabase } from '../../support/database'

describe('the difference between the migrations and the schema', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('is none: what the migrations make is what prisma/schema describes', async () => {
    expect(await differenceToSchema(database.urls.owner)).toBeUndefined()
  })

  it('is the SQL that is missing', async () => {
    await database.pools.owner.query('alter table patient drop column title')
    expect(await differenceToSchema(database.urls.owner)).toMatch(
      /ALTER TABLE "patient" ADD COLUMN\s+"title" TEXT/,
    )
  })
})
