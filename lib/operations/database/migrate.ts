import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { DiagnoseMigrationHistoryOutput, MigrationList } from '@prisma/schema-engine-wasm'
import { Client } from 'pg'
import { codeOf, messageOf, OperatorError } from '../operator-error'
import { migrationList, NO_FILTER } from './migration-files'

const UNDEFINED_TABLE = '42P01'

/**
 * Brings the database to the newest migration, as role `owner`. Does nothing when it is there already. The records
 * are Prisma's own (`_prisma_migrations`), so `prisma migrate deploy` continues from the same place.
 *
 * @returns the names of the migrations applied now
 * @throws OperatorError if an earlier migration stopped half-way, was edited after it ran, or is unknown here
 */
export async function migrate(ownerUrl: string, migrationsList = migrationList()): Promise<string[]> {
  if (await isUpToDate(ownerUrl, migrationsList)) return []
  const input = { migrationsList, filters: NO_FILTER }
  const { withSchemaEngine } = await import('./schema-engine')
  return withSchemaEngine(ownerUrl, async (engine) => {
    try {
      refuseUnsound(await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false }))
      const { appliedMigrationNames } = await engine.applyMigrations(input)
      if (appliedMigrationNames.length > 0) await closeMigrationRecords(ownerUrl)
      return appliedMigrationNames
    } catch (error) {
      if (error instanceof OperatorError) throw error
      throw new OperatorError(`The database could not be migrated: ${withoutTrace(messageOf(error))}`)
    }
  })
}

/**
 * Whether the records say just what the folder holds. It spares nearly every start the schema engine, which takes
 * its time and memory to load; where there is any doubt, the engine decides.
 */
async function isUpToDate(ownerUrl: string, { migrationDirectories }: MigrationList): Promise<boolean> {
  const expected = migrationDirectories.map(({ path: name, migrationFile: { content } }) => {
    const script = content.tag === 'ok' ? content.value : ''
    return `${name} ${createHash('sha256').update(script).digest('hex')} finished`
  })
  const recorded = await records(ownerUrl)
  return expected.length > 0 && isDeepStrictEqual(recorded.toSorted(), expected.toSorted())
}

async function records(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ record: string }>(
      `select migration_name || ' ' || checksum || case when finished_at is null then '' else ' finished' end as record
       from _prisma_migrations where rolled_back_at is null`,
    )
    return rows.map(({ record }) => record)
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return []
    throw error
  } finally {
    await client.end()
  }
}

function refuseUnsound(found: DiagnoseMigrationHistoryOutput): void {
  if (found.failedMigrationNames.length > 0) {
    throw new OperatorError(
      `The database is half-migrated: ${list(found.failedMigrationNames)} stopped before its end. Restore a backup, or repair it and mark it with "prisma migrate resolve".`,
    )
  }
  if (found.editedMigrationNames.length > 0) {
    throw new OperatorError(
      `Changed after it was applied to this database: ${list(found.editedMigrationNames)}.`,
    )
  }
  if (found.history && 'unpersistedMigrationNames' in found.history) {
    throw new OperatorError(
      `The database is ahead of this version of Alongside: it has ${list(found.history.unpersistedMigrationNames)}.`,
    )
  }
}

/** The engine makes the table of records as `owner`; nobody but the boot check needs to read it. */
async function closeMigrationRecords(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('revoke all on _prisma_migrations from public')
    await client.query('grant select on _prisma_migrations to app, worker')
  } finally {
    await client.end()
  }
}

/** The engine's messages end with the places in its own source, numbered from 0. */
function withoutTrace(message: string): string {
  return message.split(/ 0: \w+::/)[0] ?? message
}

function list(names: readonly string[]): string {
  return names.join(', ')
}
