import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { Pool } from 'pg'
import { schemaFiles } from './migration-files'
import { SchemaEngineAdapter } from './schema-engine-adapter'

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

function asPair(file: { path: string; content: string }): [string, string] {
  return [file.path, file.content]
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
