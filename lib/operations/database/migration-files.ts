import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'
import { projectRoot } from '../project-root'

/** Where Prisma-format migrations live: one folder each, applied in the order of their names. */
export const migrationsFolder = path.join(projectRoot, 'prisma/migrations')
const schemaFolder = path.join(projectRoot, 'prisma/schema')

/** Prisma's filter for tables it shall not look at: none. */
export const NO_FILTER = { externalTables: [], externalEnums: [] }

/** The migrations as the engine takes them. */
export function migrationList(folder = migrationsFolder): MigrationList {
  const lockfile = path.join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: scriptOf(path.join(folder, name, 'migration.sql')) },
    })),
  }
}

/** The names of the migrations, oldest first. */
export function migrationNames(folder = migrationsFolder): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted()
}

/** The Prisma schema, one entry for each file. */
export function schemaFiles(): SchemasContainer {
  const names = readdirSync(schemaFolder).filter((name) => name.endsWith('.prisma'))
  return {
    files: names.toSorted().map((name) => {
      const file = path.join(schemaFolder, name)
      return { path: file, content: readFileSync(file, 'utf8') }
    }),
  }
}

function scriptOf(file: string): MigrationList['migrationDirectories'][number]['migrationFile']['content'] {
  return existsSync(file)
    ? { tag: 'ok', value: readFileSync(file, 'utf8') }
    : { tag: 'error', value: `${file} is missing` }
}
