import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemasContainer, SchemaEngine } from '@prisma/schema-engine-wasm'
import { Pool } from 'pg'
import { projectRoot } from '../project-root'
import { SchemaEngineAdapter } from './schema-engine-adapter'

/** Where Prisma-format migrations live: one folder each, applied in the order of their names. */
export const migrationsFolder = path.join(projectRoot, 'prisma/migrations')
const schemaFolder = path.join(projectRoot, 'prisma/schema')

/** Prisma's filter for tables it shall not look at: none. */
export const NO_FILTER = { externalTables: [], externalEnums: [] }

/**
 * Runs `work` with Prisma's schema engine bound to the database. The engine is the WebAssembly build that matches
 * our Prisma version, so nothing is downloaded; Node cannot import its .wasm file, hence the instantiation by hand.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine: Engine } = await engineModule()
  const pool = new Pool({ connectionString: url, max: 2, allowExitOnIdle: true })
  const adapter = bindMigrationAwareSqlAdapterFactory(new SchemaEngineAdapter(pool))
  const engine = await Engine.new({ datamodels: schemaFiles().files.map(asPair) }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

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

function asPair(file: { path: string; content: string }): [string, string] {
  return [file.path, file.content]
}

function scriptOf(file: string): MigrationList['migrationDirectories'][number]['migrationFile']['content'] {
  return existsSync(file)
    ? { tag: 'ok', value: readFileSync(file, 'utf8') }
    : { tag: 'error', value: `${file} is missing` }
}

type EngineModule = typeof import('@prisma/schema-engine-wasm')
type EngineBindings = WebAssembly.ModuleImports & { __wbg_set_wasm(exports: WebAssembly.Exports): void }
let loaded: Promise<EngineModule> | undefined

function engineModule(): Promise<EngineModule> {
  return (loaded ??= loadEngine())
}

async function loadEngine(): Promise<EngineModule> {
  const module: unknown = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = module as EngineBindings
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start as () => void
  begin()
  return module as EngineModule
}
