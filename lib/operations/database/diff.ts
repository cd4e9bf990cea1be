import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf, OperatorError } from '../operator-error'
import { migrationsFolder, NO_FILTER, schemaFiles } from './migration-files'
import { withSchemaEngine } from './schema-engine'

/**
 * The SQL that takes a database to what prisma/schema describes.
 *
 * @param url a database to which all migrations were applied
 * @returns undefined if there is no difference
 * @throws OperatorError with the place, if the schema is not valid
 */
export async function differenceToSchema(url: string): Promise<string | undefined> {
  try {
    const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatasource', ...schemaFiles(), configDir: migrationsFolder },
        to: { tag: 'schemaDatamodel', ...schemaFiles() },
        script: true,
        exitCode: true,
        filters: { ...NO_FILTER, externalTables: ['public._prisma_migrations'] },
      }),
    )
    return exitCode === 2 ? (stdout ?? undefined) : undefined
  } catch (error) {
    throw new OperatorError(`The schema could not be compared: ${messageOf(error)}`)
  }
}

/**
 * Writes a migration folder as Prisma names them.
 *
 * @param at the moment that orders it after those before
 * @returns the folder's path
 */
export function writeMigration(name: string, sql: string, at: Date): string {
  const timestamp = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  const folder = path.join(migrationsFolder, `${timestamp}_${slug}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  return folder
}
